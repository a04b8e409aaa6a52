package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.SuccessionKind;
import org.manyuan.domain.Successions;

class PanelUnitsTest {
    private static final LocalDate THEN = LocalDate.of(2024, 6, 20);
    private static final LocalDate NOW = LocalDate.of(2025, 6, 20);

    @Test
    void everyCodeThatIsLinkedBetweenTheTwoDaysIsOneUnit() {
        check("""
                successions                           | then     | now      | units                   | because
                -                                     | A B      | A C      | A-A B- -C               | nobody came from anybody
                A X 2024-08-01                        | A B      | X B      | A-X B-B                 | another code
                A X 2024-08-01, X Y 2024-09-01        | A        | Y        | A-Y                     | twice
                A X 2024-06-20                        | A        | X        | A- -X                   | the base day itself: X was there already
                A X 2025-06-20                        | A        | X        | A-X                     | the current day itself
                A X 2025-06-21                        | A        | X        | A- -X                   | not yet
                A X 2024-08-01, B X 2024-08-01        | A B      | X        | A+B-X                   | merged
                B A 2024-08-01                        | A B      | A        | A+B-A                   | merged into one that stays
                A X 2024-08-01, A Y 2024-08-01        | A        | X Y      | A-X+Y                   | split
                A X 2024-08-01                        | A        | A X      | A-A+X                   | a part went its own way
                A X 2024-08-01, B X 2024-08-01        | A        | X        | A-X incomplete          | B sat nothing then
                A X 2024-08-01, A Y 2024-08-01        | A        | X        | A-X incomplete          | Y sits nothing
                A X 2024-08-01, K X 2024-08-01        | A        | X        | A-X                     | K is a kindergarten, of which nothing was to come
                """);
    }

    private static void check(String table) {
        List<String[]> lines = MetricTable.cells(table);
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            expected.add(line[0] + ": " + line[3]);
            actual.add(line[0] + ": " + units(line[0], Set.of(line[1].split(" ")), Set.of(line[2].split(" "))));
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static String units(String successions, Set<String> then, Set<String> now) {
        PanelUnits panel = new PanelUnits(
                successions(successions),
                new PanelUnits.Year(THEN, then::contains, code -> !code.equals("K")),
                new PanelUnits.Year(NOW, now::contains, code -> !code.equals("K")));
        Set<String> codes = new TreeSet<>(then);
        codes.addAll(now);
        List<String> units = new ArrayList<>();
        for (PanelUnit unit : panel.of(codes)) {
            units.add(String.join("+", unit.then()) + "-" + String.join("+", unit.now())
                    + (unit.isWhole() ? "" : " incomplete"));
        }
        return String.join(" ", units);
    }

    private static Successions successions(String text) {
        List<SchoolSuccession> rows = new ArrayList<>();
        for (String row : text.equals("-") ? new String[0] : text.split(", ")) {
            String[] words = row.split(" ");
            rows.add(new SchoolSuccession(
                    words[0], words[1], LocalDate.parse(words[2]), SuccessionKind.RECODE, Origin.REPORTED));
        }
        return Successions.of(rows);
    }
}
