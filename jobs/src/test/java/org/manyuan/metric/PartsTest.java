package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.MetricValue;

/** What a figure rests on: a school's corrected results move no figure of a part that did not sit its paper. */
class PartsTest {
    private static final List<Integer> YEARS = List.of(2022, 2023, 2024);

    static List<Long> seeds() {
        return java.util.stream.LongStream.rangeClosed(1, 24).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onlyPartsThatSatThePaperMove(long seed) {
        World before = new World(seed, -1);
        List<String> cells = List.copyOf(before.sat.keySet());
        int corrected = new Random(seed).nextInt(cells.size());
        World after = new World(seed, corrected);
        Parts parts = new Parts(before.town.territory());
        Set<String> asked = new TreeSet<>(Set.of(Parts.WHOLE));
        String exam = before.sat.get(cells.get(corrected));
        before.sat.forEach((cell, of) -> {
            if (of.equals(exam)) {
                asked.add(parts.ofUnit(cell.substring(0, cell.indexOf(' '))));
            }
        });

        Set<MetricValue> one = rows(before.town);
        Set<MetricValue> other = rows(after.town);
        Set<MetricValue> moved = new HashSet<>(one);
        moved.removeAll(other);
        other.removeAll(one);
        moved.addAll(other);

        assertThat(moved).isNotEmpty().allSatisfy(row -> assertThat(asked).contains(parts.of(row)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAskedForIsAllOfSomeParts(long seed) {
        Town town = new World(seed, -1).town;
        Parts parts = new Parts(town.territory());
        Set<String> asked = Set.of(Parts.WHOLE, parts.ofUnit("S1" + seed % 3));

        List<MetricValue> some =
                MetricCatalog.scores(town.territory(), town.family(), BuildTerms.of(Town.AS_OF), asked::contains);

        assertThat(some)
                .containsExactlyInAnyOrderElementsOf(rows(town).stream()
                        .filter(row -> asked.contains(parts.of(row)))
                        .toList());
    }

    @Test
    void someFiguresStayInSomeWorld() {
        List<Integer> sizes = new ArrayList<>();
        for (long seed : seeds()) {
            Parts parts = new Parts(new World(seed, -1).town.territory());
            sizes.add(rows(new World(seed, -1).town).stream()
                    .map(parts::of)
                    .collect(Collectors.toSet())
                    .size());
        }
        // the whole, and counties that share nothing
        assertThat(sizes).contains(6).anyMatch(size -> size < 6);
    }

    @Test
    void countiesThatShareAGroupASchoolOrASuccessionAreOnePart() {
        Town town = Town.of("C1", "C2", "C3", "C4", "C5", "C6")
                .unit("A", "C1")
                .unit("B", "C2")
                .unit("C", "C3")
                .unit("D", "C4")
                .unit("E", "C5")
                .unit("F", "T")
                .unit("G", "C6")
                .group("G1", "C1", "A lead, B member")
                .succession("C", "gone", "2023-09-01", "rename")
                .succession("gone", "D", "2024-09-01", "rename")
                .group("G2", "C6", "F lead, G member");

        Parts parts = new Parts(town.territory());

        assertThat(List.of("A", "B", "C", "D", "E", "F", "G", "unknown").stream()
                        .map(parts::ofUnit)
                        .toList())
                .containsExactly("C1", "C1", "C3", "C3", "C5", Parts.WHOLE, Parts.WHOLE, Parts.WHOLE);
    }

    @Test
    void whatASchoolWasCalledBeforeIsOfItsPart() {
        Town before = recoded("20x40 10x70");
        Town after = recoded("20x40 10x90");

        // the old code is in no register, its results are those of the school now
        assertThat(moved(before, after)).contains("C1");
        assertThat(new Parts(before.territory()).ofUnit("Xgone")).isEqualTo("C1");
    }

    private static Town recoded(String results) {
        return Town.of("C1", "C2")
                .unit("A", "C1")
                .unit("Z", "C2")
                .succession("Xgone", "A", "2023-08-31", "recode")
                .exam("E22", 2022)
                .cuts("E22", "85", "60", "40")
                .exam("E23", 2023)
                .cuts("E23", "85", "60", "40")
                .scores("E22 | Z | 20x50 20x70")
                .scores("E22 | Xgone | " + results)
                .scores("E23 | Z | 20x50 20x70")
                .scores("E23 | A | 20x60 20x80");
    }

    @Test
    void whoTheOthersAreRestsOnOtherPlaces() {
        Town before = merged();
        Town after = merged().scores("E21 | Y | 15x40 15x60");

        assertThat(moved(before, after)).isNotEmpty().isSubsetOf(Parts.WHOLE, "C2");
    }

    /** Y, whose stages nobody said, went into X of another county than the group's; that it sat E21 makes it expected later. */
    private static Town merged() {
        return Town.of("C1", "C2")
                .unit("A", "C1")
                .unit("B", "C1")
                .unit("X", "C2")
                .unit("Z", "C2")
                .unit("Y", "C2")
                .with("Y", TownRecords.typed(null, "", ""))
                .group("G1", "C1", "A lead, B member")
                .succession("Y", "X", "2023-12-31", "merge")
                .exam("E21", 2021)
                .exam("E22", 2022)
                .exam("E23", 2023)
                .scores("""
                        E21 | Z | 15x40 15x70
                        E22 | A | 15x60 15x90
                        E22 | B | 15x40 15x60
                        E22 | X | 15x50 15x60
                        E22 | Z | 15x30 15x80
                        E23 | A | 15x60 15x80
                        E23 | B | 15x40 15x70
                        E23 | X | 15x20 15x60
                        E23 | Z | 15x30 15x70
                        """);
    }

    /** The parts of the figures that one of the towns alone has. */
    private static Set<String> moved(Town one, Town other) {
        Set<MetricValue> moved = new HashSet<>(rows(one));
        moved.removeAll(rows(other));
        Set<MetricValue> come = new HashSet<>(rows(other));
        come.removeAll(rows(one));
        moved.addAll(come);
        Parts parts = new Parts(one.territory());
        return moved.stream().map(parts::of).collect(Collectors.toSet());
    }

    private static Set<MetricValue> rows(Town town) {
        return new HashSet<>(MetricCatalog.scores(town.territory(), town.family(), BuildTerms.of(Town.AS_OF)));
    }

    /** Five counties, papers of one, of several and of all of them, groups inside a county and across, pupils with earlier scores. */
    private static final class World {
        final Town town = Town.of("C1", "C2", "C3", "C4", "C5");
        /** By school and exam the exam. */
        final Map<String, String> sat = new TreeMap<>();

        private final Random random;
        private final Map<String, List<String>> schools = new TreeMap<>();

        World(long seed, int corrected) {
            random = new Random(seed);
            for (int county = 1; county <= 5; county++) {
                List<String> here = new ArrayList<>();
                for (int school = 0; school < 3 + random.nextInt(3); school++) {
                    here.add("S" + county + school);
                    town.unit("S" + county + school, "C" + county);
                }
                schools.put("C" + county, here);
                town.group("G" + county, "education_group", "C" + county, "2023-09-01", "");
                String lead = random.nextInt(5) == 0 ? "member" : "lead";
                town.member("G" + county, here.get(0), lead, "2021-09-01", null);
                town.member(
                        "G" + county, here.get(1), "member", random.nextBoolean() ? "2021-09-01" : "2023-09-01", null);
            }
            if (random.nextInt(3) == 0) {
                town.member("G1", "S20", "member", "2021-09-01", "2022-09-01");
            }
            if (random.nextInt(3) == 0) {
                town.succession("S32", "S42", "2023-12-31", "merge");
            }
            Map<String, List<String>> held = new TreeMap<>();
            for (int year : YEARS) {
                for (int county = 1; county <= 5; county++) {
                    String exam = exam(year, county);
                    if (held.computeIfAbsent("exams", any -> new ArrayList<>()).contains(exam)) {
                        continue;
                    }
                    held.get("exams").add(exam);
                    town.exam(exam, year, LocalDate.of(year + 1, 6, 20), random.nextInt(9) == 0 ? "120" : "100", "1");
                    town.cuts(exam, "85", "60", "40");
                }
            }
            for (int year : YEARS) {
                for (int county = 1; county <= 5; county++) {
                    for (String school : schools.get("C" + county)) {
                        sit(exams.get(year + " " + county), school);
                        if (random.nextInt(12) == 0) {
                            sit(exams.get(year + " " + (1 + random.nextInt(5))), school);
                        }
                    }
                }
            }
            scores(seed, corrected);
        }

        private final Map<String, String> exams = new TreeMap<>();

        /** Of the county alone, of the counties with odd numbers, or of all. */
        private String exam(int year, int county) {
            int whose = random.nextInt(5);
            String exam = whose == 0 ? "all-" + year : whose == 1 ? "odd-" + year : "C" + county + "-" + year;
            exams.put(year + " " + county, exam);
            return exam;
        }

        private void sit(String exam, String school) {
            sat.put(school + " " + exam, exam);
        }

        private void scores(long seed, int corrected) {
            int number = 0;
            for (Map.Entry<String, String> cell : sat.entrySet()) {
                String school = cell.getKey().substring(0, cell.getKey().indexOf(' '));
                Random own = new Random(seed * 1000 + number + (number == corrected ? 1_000_000 : 0));
                TreeMap<Integer, Long> bins = new TreeMap<>();
                List<LinkedPupil> pupils = new ArrayList<>();
                String prior = earlier(school, cell.getValue());
                double level = 60 + 8 * own.nextGaussian();
                for (int pupil = 0; pupil < 25 + own.nextInt(20); pupil++) {
                    int score = (int) Math.max(0, Math.min(100, level + 14 * own.nextGaussian()));
                    bins.merge(score, 1L, Long::sum);
                    if (prior != null && own.nextInt(20) > 0) {
                        int before = (int) Math.max(0, Math.min(100, score + 9 * own.nextGaussian()));
                        pupils.add(LinkedTown.pupil(cell.getValue(), school, prior, before, score, "1"));
                    }
                }
                town.scores(cell.getValue(), school, bins);
                town.linked(pupils);
                number++;
            }
        }

        private String earlier(String school, String exam) {
            int year = Integer.parseInt(exam.substring(exam.indexOf('-') + 1));
            return sat.entrySet().stream()
                    .filter(cell -> cell.getKey().startsWith(school + " ")
                            && cell.getValue().endsWith("-" + (year - 1)))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }
}
