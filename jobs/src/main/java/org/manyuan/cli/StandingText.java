package org.manyuan.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.manyuan.domain.Standing;

/** How the rows of a receipt stand now, in words: one line a dataset. */
record StandingText(Words words) {
    List<String> of(List<Standing> standings) {
        return standings.stream()
                .map(standing -> line(standing, standings.size() > 1))
                .toList();
    }

    private String line(Standing standing, boolean isNamed) {
        String of = isNamed ? standing.dataset() + words.say("receipt.colon") : "";
        if (standing.counting() == standing.accepted()) {
            return words.say("receipt.standing.whole", of, number(standing.accepted()));
        }
        return words.say("receipt.standing", of, number(standing.accepted()), number(standing.counting()))
                + standing.replacedBy().stream()
                        .map(by ->
                                words.say("receipt.standing.by", number(by.rows()), by.submissionId(), by.fileName()))
                        .collect(Collectors.joining())
                + (standing.erased() > 0 ? words.say("receipt.standing.erased", number(standing.erased())) : "");
    }

    private static String number(long count) {
        return String.format("%,d", count);
    }
}
