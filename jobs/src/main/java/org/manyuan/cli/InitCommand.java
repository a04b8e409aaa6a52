package org.manyuan.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.manyuan.job.InitWorkspace;
import org.manyuan.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan init DIR}. */
@Command(
        name = "init",
        description = "make a workspace: manyuan.yaml, a secret key, inbox/ 新建工作区",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Parameters(paramLabel = "DIR", description = "a new or an empty folder 新目录或空目录")
    private Path folder;

    @Override
    public Integer call() {
        Workspace workspace = InitWorkspace.in(folder);
        Terminal terminal = door.terminal();
        if (terminal.json()) {
            terminal.answer(Map.of("workspace", workspace.root().toString()));
        } else {
            terminal.say(
                    "init.done", workspace.root().toString(), workspace.inbox().toString());
        }
        return ExitCode.DONE.number();
    }
}
