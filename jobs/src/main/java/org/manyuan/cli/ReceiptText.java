package org.manyuan.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manyuan.contract.Contracts;
import org.manyuan.domain.Receipt;

/** A receipt in words: what became of the file, counts that add up, every reason with its first lines and its cure, what to do now. */
final class ReceiptText {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int SHOWN_LINES = 5;

    private final Words words;
    private final String part;

    ReceiptText(Words words) {
        this(words, "receipt.sheet");
    }

    private ReceiptText(Words words, String part) {
        this.words = words;
        this.part = part;
    }

    /** Of messages: what a workbook has in sheets a topic has in partitions. */
    static ReceiptText ofTopic(Words words) {
        return new ReceiptText(words, "receipt.partition");
    }

    /** The receipt, the place of its marked workbook, and what to do. */
    String of(Receipt receipt, Optional<Path> workbook) {
        StringBuilder text = new StringBuilder(of(receipt));
        if (workbook.isPresent()) {
            line(text, "receipt.workbook", workbook.get());
        } else if (receipt.rejectedRows() > 0) {
            line(text, "receipt.workbook.missing");
        }
        if (receipt.hasRejects()) {
            line(text, receipt.outcome() == Receipt.Outcome.REFUSED ? "receipt.todo.refused" : "receipt.todo");
        }
        if (receipt.repeated() && receipt.hasRejects()) {
            line(text, "receipt.todo.again", receipt.submissionId());
        }
        return text.toString();
    }

    /** What a check would be answered: nothing is there to be asked for later. */
    String ofCheck(Receipt receipt, Optional<Path> workbook) {
        StringBuilder text = new StringBuilder(of(receipt));
        if (workbook.isPresent()) {
            line(text, "receipt.workbook", workbook.get());
        } else if (receipt.rejectedRows() > 0) {
            line(text, "receipt.workbook.check");
        }
        return text.toString();
    }

    /** The receipt alone. */
    String of(Receipt receipt) {
        StringBuilder text = new StringBuilder(words.say(
                "receipt.head",
                receipt.submissionId(),
                receipt.fileName(),
                receipt.submitter().isEmpty() ? words.say("receipt.nobody") : receipt.submitter(),
                words.say("receipt." + receipt.outcome().name()),
                receipt.repeated() ? words.say("receipt.again") : "",
                when(receipt),
                receipt.receivedBy()));
        for (Receipt.Count count : receipt.counts()) {
            line(
                    text,
                    count.rows() == count.lines() ? "receipt.count" : "receipt.count.lines",
                    place(count.dataset(), count.sheet()),
                    number(count.rows()),
                    number(count.accepted()),
                    number(count.rejected()),
                    number(count.duplicate()),
                    count.filtered() > 0 ? words.say("receipt.filtered", number(count.filtered())) : "",
                    number(count.lines()));
        }
        for (Receipt.Replaced replaced : receipt.replaced()) {
            line(
                    text,
                    "receipt.replaced",
                    receipt.counts().size() > 1 ? place(replaced.dataset(), "") + words.say("receipt.colon") : "",
                    replaced.submissionId(),
                    replaced.fileName(),
                    number(replaced.rows()),
                    number(replaced.heldAgain()),
                    number(replaced.gone()));
        }
        boolean several = receipt.counts().size() > 1;
        List<String> counted =
                receipt.counts().stream().map(Receipt.Count::sheet).toList();
        for (Receipt.Problem problem : receipt.problems()) {
            line(
                    text,
                    problem.firstLines().isEmpty() ? "receipt.problem.whole" : "receipt.problem",
                    problem.code(),
                    where(problem, several, counted) + (words.chinese() ? problem.chinese() : problem.english()),
                    number(problem.occurrences()),
                    lines(problem));
        }
        return text.toString();
    }

    /** The dataset and the sheet where there are several; else a sheet that neither the counts nor the words of the problem name. */
    private String where(Receipt.Problem problem, boolean several, List<String> counted) {
        String sheet = problem.sheet();
        if (problem.dataset().isEmpty()) {
            boolean isTold = sheet.isEmpty() || problem.chinese().contains("工作表 " + sheet);
            return isTold || counted.contains(sheet) && !several
                    ? ""
                    : words.say(part + ".alone", sheet) + words.say("receipt.colon");
        }
        return several ? place(problem.dataset(), sheet) + words.say("receipt.colon") : "";
    }

    /** When the file came, in the time of this machine. */
    String when(Receipt receipt) {
        return local(receipt.receivedAt());
    }

    /** An instant in the time of this machine. */
    static String local(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.systemDefault()));
    }

    private void line(StringBuilder text, String name, Object... values) {
        text.append('\n').append(words.say(name, values));
    }

    /** The dataset as the reader calls it, and the sheet; a file that was not understood has no dataset. */
    private String place(String dataset, String sheet) {
        String name = !dataset.isEmpty() && words.chinese() ? chinese(dataset) : dataset;
        if (sheet.isEmpty()) {
            return name;
        }
        return name + (name.isEmpty() ? "" : " ") + words.say(part, sheet);
    }

    private static String chinese(String dataset) {
        return Contracts.all().stream()
                .filter(contract -> contract.dataset().equals(dataset))
                .map(contract -> contract.chineseName() + " " + dataset)
                .findFirst()
                .orElse(dataset);
    }

    private String lines(Receipt.Problem problem) {
        List<Long> lines =
                problem.firstLines().stream().distinct().limit(SHOWN_LINES).toList();
        String told = lines.stream().map(String::valueOf).collect(Collectors.joining(words.chinese() ? "、" : ", "));
        return problem.firstLines().stream().distinct().count() > lines.size() ? told + " …" : told;
    }

    private static String number(long count) {
        return String.format("%,d", count);
    }
}
