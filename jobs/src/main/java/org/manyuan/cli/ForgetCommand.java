package org.manyuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.manyuan.job.ForgetPersons;
import org.manyuan.job.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan forget}. Without {@code --yes} it looks, changes nothing and ends with 4. */
@Command(
        name = "forget",
        description = {
            "remove a person from every table, older snapshots and kept files, for good 彻底删除一个人的数据，不可恢复",
            "The number is asked for, or read from standard input: so it is not in the shell's history."
                    + " 编号由提示输入或从标准输入读取，不留在命令历史中",
            "Public sets of releases hold nobody and stay; files that you keep elsewhere, the inbox too, are yours to correct."
                    + " 已公开的数据不含个人，予以保留；收件目录等处的原文件请自行更正"
        },
        mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(
            paramLabel = "NUMBER",
            arity = "0..1",
            description = "the person's number; better leave it out, you are asked for it 学籍号、考号或教师编号；建议不写，按提示输入")
    private String number;

    @Option(names = "--teacher", description = "the numbers are teachers'; else they are pupils' 编号是教师编号；否则按学籍号、考号处理")
    private boolean isTeacher;

    @Option(names = "--file", paramLabel = "LIST", description = "a text file with one number a line 每行一个编号的文本文件")
    private Path list;

    @Option(names = "--yes", description = "do it; without it only what would go is told 确认删除")
    private boolean isMeant;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        ForgetPersons.Forgotten done = ForgetPersons.of(
                where.workspace(), numbers(terminal), isTeacher ? "teacher" : "student", isMeant, terminal.progress());
        if (terminal.json()) {
            terminal.answer(done);
        } else {
            print(done, terminal);
        }
        boolean isAsked = !done.isDone() && (done.persons() > 0 || done.files() > 0);
        return (isAsked ? ExitCode.CHECK_FAILED : ExitCode.DONE).number();
    }

    private List<String> numbers(Terminal terminal) {
        try {
            if (number != null) {
                return List.of(number);
            }
            if (list != null) {
                return Files.readAllLines(list);
            }
            if (System.console() != null) {
                char[] typed =
                        System.console().readPassword("%s", terminal.words().say("forget.prompt"));
                return typed == null ? List.of() : List.of(new String(typed));
            }
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (NoSuchFileException none) {
            throw new UsageException("没有找到文件：" + list, "There is no file " + list + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(ForgetPersons.Forgotten done, Terminal terminal) {
        Words words = terminal.words();
        if (done.persons() == 0 && done.files() == 0) {
            terminal.say("forget.nobody");
            return;
        }
        if (done.persons() == 0) {
            terminal.say(done.isDone() ? "forget.done.files" : "forget.would.files", done.files());
            terminal.say(done.isDone() ? "forget.next.files" : "forget.yes");
            return;
        }
        terminal.say(done.isDone() ? "forget.done" : "forget.would", done.persons(), done.files());
        if (done.linked() > 0) {
            terminal.say("forget.linked", done.linked());
        }
        if (!done.rows().isEmpty()) {
            terminal.table(
                    List.of(words.say("status.table"), words.say("status.rows")),
                    done.rows().entrySet().stream()
                            .map(table -> List.of(table.getKey(), String.format("%,d", table.getValue())))
                            .toList());
        }
        String comma = words.chinese() ? "、" : ", ";
        if (!done.releases().isEmpty()) {
            terminal.say("forget.releases", String.join(comma, done.releases()));
        }
        if (!done.handedIn().isEmpty()) {
            terminal.say("forget.files", String.join(comma, done.handedIn()));
        }
        if (!done.topics().isEmpty()) {
            terminal.say("forget.topics", String.join(comma, done.topics()));
        }
        terminal.say(done.isDone() ? "forget.next" : "forget.yes");
    }
}
