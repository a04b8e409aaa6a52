package org.manyuan.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Verdict;
import org.manyuan.synthesis.CountyPlan.Group;
import org.manyuan.synthesis.Planted.KnownChange;
import org.manyuan.synthesis.Planted.KnownGap;

/** The planted gaps found again in the written rows, by formulas of its own (METRICS B2, B4) and nothing of the metric room. */
class KnownGapsTest {
    private static final CountyPlan PLAN = CountyPlan.of("linzi");
    private static final SyntheticCounty COUNTY = SyntheticCounty.of(PLAN, PLAN.seed());
    private static final HandedInScores SCORES = new HandedInScores(PLAN, COUNTY.files());
    private static final double Z = 1.959963984540054;

    @Test
    void theScoresShowThePlannedGapOfEveryGroupSeriesSubjectAndYear() {
        for (KnownGap known : COUNTY.planted().gaps()) {
            Gap seen = gap(known.metric(), known.groupCode(), known.examCode(), known.subject());
            assertThat(seen.value()).as(known.toString()).isCloseTo(known.gap(), within(0.01));
        }
        assertThat(COUNTY.planted().gaps()).hasSize(4 * (7 * 5 + 7 + 3 * 4 + 3));
    }

    @Test
    void ofFiveGapsToTheLeadThreeHalveAndOfTwoDistancesToTheOthersOneHalves() {
        assertThat(judged("GAP-08b", Verdict.NARROWED)).containsExactly("LZ03", "LZ04", "LZ05");
        assertThat(judged("GAP-08b", Verdict.NO_DETECTABLE_CHANGE)).containsExactly("LZ06", "LZ07");
        assertThat(judged("GAP-08c", Verdict.NARROWED)).containsExactly("LZ01");
        assertThat(judged("GAP-08c", Verdict.NO_DETECTABLE_CHANGE)).containsExactly("LZ02");
        for (KnownChange change : COUNTY.planted().changes()) {
            double ratio = change.after() / change.before();
            boolean halves = change.verdict() == Verdict.NARROWED;
            assertThat(ratio).as(change.toString()).isCloseTo(halves ? 0.5 : 1, within(0.035));
        }
    }

    @Test
    void theHalvedGapsAreDetectedAndTheOthersAreNotInEverySeriesAndSubject() {
        for (KnownChange known : COUNTY.planted().changes()) {
            List<Change> family = PLAN.groups().stream()
                    .filter(group -> comparable(known, group))
                    .map(group -> change(known, group.code()))
                    .toList();
            Change own = family.stream()
                    .filter(change -> change.group().equals(known.groupCode()))
                    .findFirst()
                    .orElseThrow();
            assertThat(verdict(own, family)).as(known + " " + own).isEqualTo(known.verdict());
        }
    }

    private record Gap(double value, double se) {}

    private record Change(String group, double change, double se) {
        double p() {
            return 2 * new NormalDistribution().cumulativeProbability(-Math.abs(change / se));
        }
    }

    private record Side(double n, double mean, double variance) {}

    /** GAP-08b and GAP-08c as METRICS B2 has them. */
    private static Gap gap(String metric, String groupCode, String exam, String subject) {
        Group group = group(groupCode);
        Map<String, List<Double>> bySchool = SCORES.of(exam, subject);
        Side members = side(bySchool, group.members()::containsKey);
        boolean toLead = metric.equals("GAP-08b");
        Side other = toLead
                ? side(bySchool, group.lead()::equals)
                : side(
                        bySchool,
                        code -> !group.members().containsKey(code)
                                && !group.lead().equals(code));
        double sd = Math.sqrt(side(bySchool, code -> true).variance());
        double difference = toLead ? other.mean() - members.mean() : members.mean() - other.mean();
        return new Gap(
                difference / sd, Math.sqrt(members.variance() / members.n() + other.variance() / other.n()) / sd);
    }

    private static Side side(Map<String, List<Double>> bySchool, Predicate<String> schools) {
        List<Double> scores = new ArrayList<>();
        bySchool.forEach((school, own) -> {
            if (schools.test(school)) {
                scores.addAll(own);
            }
        });
        double mean = scores.stream().mapToDouble(x -> x).average().orElseThrow();
        double squares =
                scores.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        return new Side(scores.size(), mean, squares / (scores.size() - 1));
    }

    /** Whether the metric has a row for the group: someone of the group sat, and for GAP-08b the lead did. */
    private static boolean comparable(KnownChange known, Group group) {
        Map<String, List<Double>> bySchool = SCORES.of(exam(known, known.schoolYear()), known.subject());
        return group.members().keySet().stream().anyMatch(bySchool::containsKey)
                && (known.metric().equals("GAP-08c") || bySchool.containsKey(group.lead()));
    }

    private static Change change(KnownChange known, String group) {
        Gap before = gap(known.metric(), group, exam(known, known.baseYear()), known.subject());
        Gap after = gap(known.metric(), group, exam(known, known.schoolYear()), known.subject());
        return new Change(
                group, Math.abs(after.value()) - Math.abs(before.value()), Math.hypot(before.se(), after.se()));
    }

    private static Verdict verdict(Change own, List<Change> family) {
        List<Change> ordered =
                family.stream().sorted(Comparator.comparingDouble(Change::p)).toList();
        double q = 1;
        for (int i = ordered.size(); i > ordered.indexOf(own); i--) {
            q = Math.min(q, family.size() * ordered.get(i - 1).p() / i);
        }
        boolean excludesZero = Math.abs(own.change()) > Z * own.se();
        if (!excludesZero || (family.size() > 5 && q > 0.10)) {
            return Verdict.NO_DETECTABLE_CHANGE;
        }
        return own.change() < 0 ? Verdict.NARROWED : Verdict.WIDENED;
    }

    private static String exam(KnownChange known, int year) {
        return PLAN.series().stream()
                .filter(series -> series.name().equals(known.series()))
                .map(series -> series.examCode(year))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> judged(String metric, Verdict verdict) {
        return COUNTY.planted().changes().stream()
                .filter(c -> c.judges() && c.subject().equals("total"))
                .filter(c -> c.metric().equals(metric) && c.verdict() == verdict)
                .map(KnownChange::groupCode)
                .toList();
    }

    private static Group group(String code) {
        return PLAN.groups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
