package org.manyuan.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.GroupTenure;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;
import org.manyuan.domain.Successions;

/**
 * How many schools a score counts, and which do not count yet, each with the day from which it will. Where scheme or memberships are no
 * longer those of the score, their number alone. Source: METRICS C2, {@code tenure}.
 */
final class TenureWords {
    private final List<Row> stays;
    private final Words words;

    /** @param stays one row per membership span */
    TenureWords(List<Row> stays, Words words) {
        this.stays = stays;
        this.words = words;
    }

    /** Of a subject's row; empty where nobody waits. */
    String sentence(Row row) {
        Double waiting = row.number("waiting_units");
        if (waiting == null || waiting == 0) {
            return "";
        }
        String said = waiting(row);
        return words.say(
                said.isEmpty() ? "tenure.counted" : "tenure.named", row.number("counted_units"), waiting, said);
    }

    /** Who does not count yet and from when they will; empty where nobody waits or it cannot be said who. */
    String waiting(Row row) {
        Double waiting = row.number("waiting_units");
        int year = row.number("school_year").intValue();
        Optional<Scheme> scheme =
                Schemes.of(row.text("scheme_id"), row.number("scheme_version").intValue());
        if (waiting == null || scheme.isEmpty()) {
            return "";
        }
        List<Row> ofGroup = stays.stream()
                .filter(stay -> stay.has("group_code", row.text("group_code")))
                .toList();
        GroupTenure tenure = new GroupTenure(
                ofGroup.stream().map(TenureWords::span).toList(),
                Successions.of(List.of()),
                scheme.get().minSchoolYears());
        Map<String, String> names = new HashMap<>();
        ofGroup.forEach(stay -> names.put(stay.text("school_code"), stay.text("school_name")));
        List<String> said = tenure.units().stream()
                .filter(unit -> tenure.waitsIn(year, unit))
                .map(unit -> said(names.get(unit), tenure.countsFrom(year, unit)))
                .toList();
        return said.size() == waiting ? String.join(words.pick("、", ", "), said) : "";
    }

    private String said(String school, Optional<LocalDate> from) {
        return from.map(day -> words.say("tenure.from", school, day.toString()))
                .orElseGet(() -> words.say("tenure.leaves", school));
    }

    private static MembershipSpan span(Row row) {
        return MembershipSpan.ofDays(
                row.text("group_code"),
                row.text("school_code"),
                Role.of(row.text("role")),
                LocalDate.parse(row.text("joined_on")),
                row.text("left_on").isEmpty() ? null : LocalDate.parse(row.text("left_on")));
    }
}
