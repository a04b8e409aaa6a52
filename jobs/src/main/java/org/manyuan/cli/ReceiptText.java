package org.manyuan.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.manyuan.domain.Receipt;

/** A receipt in words: what became of the file, counts that add up, and every reason with its first lines and its cure. */
final class ReceiptText {
    private final Words words;

    ReceiptText(Words words) {
        this.words = words;
    }

    String of(Receipt receipt) {
        StringBuilder text = new StringBuilder(words.say(
                "receipt.head",
                receipt.submissionId(),
                receipt.fileName(),
                receipt.submitter().isEmpty() ? words.say("receipt.nobody") : receipt.submitter(),
                words.say("receipt." + receipt.outcome().name()),
                receipt.repeated() ? words.say("receipt.again") : ""));
        for (Receipt.Count count : receipt.counts()) {
            text.append('\n')
                    .append(words.say(
                            "receipt.count",
                            place(count.dataset(), count.sheet()),
                            number(count.rows()),
                            number(count.accepted()),
                            number(count.rejected()),
                            number(count.duplicate()),
                            count.filtered() > 0 ? words.say("receipt.filtered", number(count.filtered())) : ""));
        }
        for (Receipt.Problem problem : receipt.problems()) {
            text.append('\n')
                    .append(words.say(
                            problem.firstLines().isEmpty() ? "receipt.problem.whole" : "receipt.problem",
                            problem.code(),
                            words.chinese() ? problem.chinese() : problem.english(),
                            number(problem.occurrences()),
                            lines(problem)));
        }
        return text.toString();
    }

    private static String place(String dataset, String sheet) {
        return sheet.isEmpty() ? dataset : dataset + " [" + sheet + "]";
    }

    private String lines(Receipt.Problem problem) {
        List<Long> lines = problem.firstLines().stream().distinct().limit(5).toList();
        String told = lines.stream().map(String::valueOf).collect(Collectors.joining(words.chinese() ? "、" : ", "));
        return problem.firstLines().stream().distinct().count() > lines.size() ? told + " …" : told;
    }

    private static String number(long count) {
        return String.format("%,d", count);
    }
}
