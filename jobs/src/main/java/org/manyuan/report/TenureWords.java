package org.manyuan.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.Tenure;

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
        Optional<Scheme> scheme = Schemes.of(
                row.text("scheme_id"), row.number("scheme_version").intValue());
        if (waiting == null || scheme.isEmpty()) {
            return "";
        }
        List<String> said = new ArrayList<>();
        ofUnits(row.text("group_code")).values().forEach(ofUnit -> {
            Tenure tenure = new Tenure(
                    ofUnit.stream().map(TenureWords::stay).toList(), scheme.get().minSchoolYears());
            if (tenure.waitsIn(year)) {
                said.add(said(ofUnit.get(0), tenure.countsFrom(year)));
            }
        });
        return said.size() == waiting ? String.join(words.pick("、", ", "), said) : "";
    }

    private Map<String, List<Row>> ofUnits(String group) {
        return stays.stream()
                .filter(row -> row.has("group_code", group))
                .collect(Collectors.groupingBy(row -> row.text("school_code"), TreeMap::new, Collectors.toList()));
    }

    private String said(Row unit, Optional<LocalDate> from) {
        return from.map(day -> words.say("tenure.from", unit.text("school_name"), day.toString()))
                .orElseGet(() -> words.say("tenure.leaves", unit.text("school_name")));
    }

    private static Tenure.Stay stay(Row row) {
        return new Tenure.Stay(
                LocalDate.parse(row.text("joined_on")),
                row.text("left_on").isEmpty() ? null : LocalDate.parse(row.text("left_on")));
    }
}
