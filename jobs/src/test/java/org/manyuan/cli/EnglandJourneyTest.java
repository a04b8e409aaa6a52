package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manyuan.EnglandFiles;
import org.manyuan.EnglandFiles.Place;
import org.manyuan.EnglandFiles.Result;

/** England's trusts from the real files to the verdict, against a plain computation of the same from the same files. */
class EnglandJourneyTest {
    private static final List<Integer> GROUPS = List.of(1385, 1402, 1422);
    private static final List<Integer> MEMBERS = List.of(6234, 6792, 7259);

    /** Joins, leaves, transfers, wrong groups, wrong joined days of the second and third file, as counted outside of Java. */
    private static final List<List<Integer>> EVENTS = List.of(List.of(603, 45, 98, 5, 9), List.of(512, 45, 49, 0, 9));

    private static EnglandFiles files;
    private static Desk desk;

    @BeforeAll
    static void handInAndBuild() {
        files = EnglandFiles.found();
        desk = Desk.empty(EnglandFiles.SETTINGS);
        // the later files first: what is current follows from the day that a file states, not from when it came
        Answer answer = desk.ingest(
                "en",
                files.trusts(EnglandFiles.DAYS.get(2)),
                files.results(),
                files.trusts(EnglandFiles.DAYS.get(0)),
                files.trusts(EnglandFiles.DAYS.get(1)));
        assertThat(answer.exit()).as(answer.said()).isZero();
        Answer built = desk.run("build");
        assertThat(built.exit()).as(built.said()).isZero();
    }

    @Test
    void groupsAndMembersAreThoseOfTheFilesOnTheirDaysAsKnownThen() {
        for (int i = 0; i < EnglandFiles.DAYS.size(); i++) {
            LocalDate day = EnglandFiles.DAYS.get(i);
            Map<String, Place> open = new TreeMap<>();
            for (List<Object> row : desk.rows("select school_code, group_code, joined_on from " + places(day))) {
                assertThat(open.put((String) row.get(0), new Place((String) row.get(1), (LocalDate) row.get(2))))
                        .as("one trust a school")
                        .isNull();
            }
            assertThat(open).hasSize(MEMBERS.get(i)).isEqualTo(files.members(day));
            assertThat(open.values().stream().map(Place::trust).distinct()).hasSize(GROUPS.get(i));
        }
    }

    @Test
    void whatIsKnownNowOfTheLastDayIsTheLastFileAndOfTheFirstDayMore() {
        assertThat(desk.rows("select count(distinct group_code), count(distinct school_code) from brg_membership"
                        + open(EnglandFiles.DAYS.get(2)) + " and known_to is null"))
                .containsExactly(List.of(1422L, 7259L));
        TreeSet<String> then = new TreeSet<>();
        desk.rows("select distinct school_code || ' ' || group_code from brg_membership"
                        + open(EnglandFiles.DAYS.get(0)) + " and known_to is null")
                .forEach(row -> then.add((String) row.get(0)));
        assertThat(then).isEqualTo(knownNowOfTheFirstDay());
    }

    @Test
    void joinsLeavesTransfersAndCorrectionsAreThoseOfTheFiles() {
        for (int i = 1; i < EnglandFiles.DAYS.size(); i++) {
            Map<String, Place> before = files.members(EnglandFiles.DAYS.get(i - 1));
            Map<String, Place> after = files.members(EnglandFiles.DAYS.get(i));
            assertThat(eventsOfFiles(before, after)).isEqualTo(EVENTS.get(i - 1));
            assertThat(eventsOfSpans(EnglandFiles.DAYS.get(i - 1), EnglandFiles.DAYS.get(i)))
                    .as("events of " + EnglandFiles.DAYS.get(i))
                    .isEqualTo(EVENTS.get(i - 1));
        }
    }

    @Test
    void theSpreadInsideTrustsShowsNoDetectableChangeOnTheFixedPanel() {
        Map<String, Place> members = files.members(EnglandFiles.DAYS.get(2));
        Map<String, Result> base = files.attainment8(2017);
        Map<String, Result> now = files.attainment8(2019);
        Map<String, List<String>> panel = new TreeMap<>();
        members.forEach((urn, place) -> {
            if (base.containsKey(urn) && now.containsKey(urn)) {
                panel.computeIfAbsent(place.trust(), any -> new ArrayList<>()).add(urn);
            }
        });
        panel.values().removeIf(units -> units.size() < 2);
        double[] before = panel.values().stream()
                .mapToDouble(units -> spread(units, base))
                .toArray();
        double[] after =
                panel.values().stream().mapToDouble(units -> spread(units, now)).toArray();
        double[] change = new double[before.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = after[i] - before[i];
        }
        assertThat(change).hasSize(335);
        double se = Math.sqrt(variance(change) / change.length);

        Map<String, List<Object>> rows = new TreeMap<>();
        desk.rows("select measure, value, se, ci_lo, ci_hi, k, verdict, base_year, p from metric_value"
                        + " where metric_id = 'GAP-16' and variant = 'education_group/GAP-20/base_founding'"
                        + " and district_code = 'ENG' and subject = 'attainment8' and exam_code = 'KS4-2019'")
                .forEach(row -> rows.put((String) row.get(0), row));
        assertThat(number(rows, "signed_base"))
                .isCloseTo(mean(before), within(1e-9))
                .isCloseTo(4.8023, within(5e-5));
        assertThat(number(rows, "signed_now"))
                .isCloseTo(mean(after), within(1e-9))
                .isCloseTo(4.8547, within(5e-5));
        assertThat(number(rows, "change")).isCloseTo(mean(change), within(1e-9)).isCloseTo(.0524, within(5e-5));
        List<Object> row = rows.get("change");
        assertThat((double) row.get(2)).isCloseTo(se, within(1e-9)).isCloseTo(.1014, within(5e-5));
        assertThat((double) row.get(3)).isLessThan(0);
        assertThat((double) row.get(4)).isGreaterThan(0);
        assertThat(row.get(5)).isEqualTo(335L);
        assertThat(row.get(6)).isEqualTo("NO_DETECTABLE_CHANGE");
        assertThat(row.get(7)).isEqualTo(2016);
    }

    @Test
    void theLatestTrustFileNamesASchoolWhateverCameLast() {
        assertThat(desk.count(
                        "select count(*) from (select school_code from dim_school group by 1 having count(*) > 1)"))
                .isZero();
        assertThat(desk.rows("select distinct origin from metric_value")).containsExactly(List.of("reported"));
    }

    /** DATASETS, England: who was in on the first day, by all that the three files say. */
    private static TreeSet<String> knownNowOfTheFirstDay() {
        LocalDate day = EnglandFiles.DAYS.get(0);
        TreeSet<String> in = new TreeSet<>();
        List<Map<String, Place>> all =
                EnglandFiles.DAYS.stream().map(files::members).toList();
        TreeSet<String> schools = new TreeSet<>();
        all.forEach(file -> schools.addAll(file.keySet()));
        for (String urn : schools) {
            List<Place> said = all.stream().map(file -> file.get(urn)).toList();
            for (int i = 0; i < said.size(); i++) {
                Place place = said.get(i);
                if (place == null
                        || (i > 0
                                && said.get(i - 1) != null
                                && said.get(i - 1).trust().equals(place.trust()))) {
                    continue;
                }
                int last = i;
                while (last + 1 < said.size()
                        && said.get(last + 1) != null
                        && said.get(last + 1).trust().equals(place.trust())) {
                    last++;
                }
                LocalDate joined = said.get(last).joined();
                LocalDate left = last + 1 == said.size()
                        ? LocalDate.MAX
                        : said.get(last + 1) == null
                                ? EnglandFiles.DAYS.get(last + 1)
                                : said.get(last + 1).joined();
                if (!joined.isAfter(day) && day.isBefore(left)) {
                    in.add(urn + " " + place.trust());
                }
            }
        }
        return in;
    }

    private static List<Integer> eventsOfFiles(Map<String, Place> before, Map<String, Place> after) {
        int[] events = new int[5];
        events[0] = (int)
                after.keySet().stream().filter(urn -> !before.containsKey(urn)).count();
        before.forEach((urn, old) -> {
            Place now = after.get(urn);
            if (now == null) {
                events[1]++;
            } else if (!now.trust().equals(old.trust())) {
                events[now.joined().isAfter(old.joined()) ? 2 : 3]++;
            } else if (!now.joined().equals(old.joined())) {
                events[4]++;
            }
        });
        return List.of(events[0], events[1], events[2], events[3], events[4]);
    }

    /** The same out of what was known on the two days: a span that ended, one that was never so, one that began elsewhere. */
    private static List<Integer> eventsOfSpans(LocalDate before, LocalDate after) {
        String old = places(before) + " o";
        String now = places(after) + " n";
        String ended = "exists (select 1 from brg_membership m where m.school_code = o.school_code and m.group_code ="
                + " o.group_code and m.left_on > o.joined_on and m.left_on <= date '" + after + "'" + known(after)
                + ")";
        List<Integer> events = new ArrayList<>();
        for (String sql : List.of(
                "select count(*) from " + now + " anti join " + old + " using (school_code)",
                "select count(*) from " + old + " anti join " + now + " using (school_code) where " + ended,
                "select count(*) from " + old + " join " + now
                        + " using (school_code) where o.group_code <> n.group_code" + " and " + ended,
                "select count(*) from " + old + " join " + now
                        + " using (school_code) where o.group_code <> n.group_code" + " and not " + ended,
                "select count(*) from " + old + " join " + now + " using (school_code, group_code)"
                        + " where o.joined_on <> n.joined_on")) {
            events.add((int) desk.count(sql));
        }
        return events;
    }

    /** Who is in which trust on a day, as known on it; a member that became the lead has a span for each role, the first says when it came. */
    private static String places(LocalDate day) {
        return "(select school_code, group_code, (select min(joined_on) from brg_membership f where f.school_code ="
                + " m.school_code and f.group_code = m.group_code" + known(day) + ") as joined_on from brg_membership m"
                + open(day) + known(day) + ")";
    }

    private static String open(LocalDate day) {
        return " where joined_on <= date '" + day + "' and (left_on is null or left_on > date '" + day + "')";
    }

    private static String known(LocalDate day) {
        String instant = "timestamptz '" + day + " 00:00:00+00'";
        return " and known_from <= " + instant + " and (known_to is null or known_to > " + instant + ")";
    }

    private static double spread(List<String> units, Map<String, Result> results) {
        double pupils = 0;
        double sum = 0;
        for (String unit : units) {
            pupils += results.get(unit).pupils();
            sum += results.get(unit).pupils() * results.get(unit).mean();
        }
        double squares = 0;
        for (String unit : units) {
            double distance = results.get(unit).mean() - sum / pupils;
            squares += results.get(unit).pupils() * distance * distance;
        }
        return Math.sqrt(squares / pupils);
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return java.util.Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private static double number(Map<String, List<Object>> rows, String measure) {
        return (double) rows.get(measure).get(1);
    }
}
