package org.manyuan.cli;

import org.manyuan.config.SettingsException;
import org.manyuan.contract.MalformedYaml;
import org.manyuan.job.UsageException;
import org.manyuan.store.QueryRefused;
import org.manyuan.store.TopicTrouble;
import org.manyuan.store.WorkspaceBusy;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into words on standard error and an exit code; the stack trace only with {@code --debug}. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult words) {
        Manyuan door = (Manyuan) command.getCommandSpec().root().userObject();
        Words language = door.terminal().words();
        command.getErr().println("manyuan: " + said(failure, language));
        if (door.debug()) {
            failure.printStackTrace(command.getErr());
        }
        return exitCode(failure).number();
    }

    private static ExitCode exitCode(Exception failure) {
        if (failure instanceof WorkspaceBusy) {
            return ExitCode.WORKSPACE_BUSY;
        }
        if (failure instanceof SettingsException
                || failure instanceof UsageException
                || failure instanceof QueryRefused
                || failure instanceof MalformedYaml) {
            return ExitCode.USAGE;
        }
        if (failure instanceof TopicTrouble trouble && trouble.isForLater()) {
            return ExitCode.TRY_LATER;
        }
        return ExitCode.MACHINERY;
    }

    private static String said(Exception failure, Words language) {
        if (failure instanceof UsageException usage && language.chinese()) {
            return usage.chinese();
        }
        if (failure instanceof TopicTrouble trouble) {
            return language.chinese() ? trouble.chinese() : trouble.getMessage();
        }
        if (failure instanceof MalformedYaml malformed && language.chinese()) {
            return language.say("failed.yaml", malformed.chinese());
        }
        if (failure instanceof MalformedYaml || failure instanceof SettingsException) {
            return language.say("failed.yaml", failure.getMessage());
        }
        if (exitCode(failure) != ExitCode.MACHINERY) {
            return failure.getMessage();
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String cause = root == failure || firstLine(failure).contains(firstLine(root))
                ? ""
                : " (" + root.getClass().getSimpleName() + ": " + firstLine(root) + ")";
        return firstLine(failure) + cause + "\n" + language.say("failed");
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
