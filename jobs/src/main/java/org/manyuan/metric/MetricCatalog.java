package org.manyuan.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.domain.MetricValue;

/** Every metric there is, and the two ways to have them computed. */
public final class MetricCatalog {
    private static final List<ScoreMetric> SCORE_METRICS = List.of(
            new CoefficientOfVariation(),
            new NoiseAdjustedVariation(),
            new UnweightedCoefficientOfVariation(),
            new RangeOfMeans(),
            new HalvesAroundTheMedian(),
            new GiniCoefficient(),
            new TheilIndex(),
            new LeadMemberGap(),
            new StandardisedLeadMemberGap(),
            new LeadMemberGapInPaperSd(),
            new MemberOthersGap(),
            new ProbabilityOfSuperiority(),
            new SuperiorityInStandardDeviations(),
            new RateGap(),
            new BetweenSchoolShare(),
            new BetweenSchoolShareByLikelihood(),
            new BetweenSchoolShareGivenThePrior(),
            new OtherReadingsOfSchoolDifference(),
            new ChangeOfSpread(),
            new CatchingUp(),
            new NarrowingOfGap(),
            new WhoMoved(),
            new EffectOfJoining(),
            new MeanGapOverGroups(),
            new MeanWithinGroupSpread(),
            new MeanScore(),
            new ThreeRates(),
            new StandardScore(),
            new RateGrowth(),
            new IntakeQualityGap(),
            new ValueAddedBySchool(),
            new MedianGrowthPercentile(),
            new ShareAtTheBottom());
    private static final Map<String, ScoreMetric> SCORE_METRICS_BY_ID =
            SCORE_METRICS.stream().collect(Collectors.toUnmodifiableMap(ScoreMetric::id, metric -> metric));
    private static final List<TerritoryMetric> TERRITORY_METRICS = List.of(
            new Intake(),
            new IntakeGrowth(),
            new IntakeShareShift(),
            new EnrollmentConcentration(),
            new PupilFlow(),
            new IntakeShiftShare(),
            new BigClasses(),
            new NearbyEnrollment(),
            new Retention(),
            new MigrantShare(),
            new GroupCoverage(),
            new SegregationOfMigrants(),
            new Headcount(),
            new ExchangeRate(),
            new BackboneShare(),
            new RotationOfLongServing(),
            new NetTeacherFlow(),
            new LeadOutflow(),
            new ExchangeDuration(),
            new ExchangedLeaders(),
            new GroupActivityCounts(),
            new Mentoring(),
            new TiltToLead(),
            new QualityResources(),
            new GroupFunding(),
            new Satisfaction(),
            new DocumentsInForce(),
            new AwardRatio(),
            new BodiesInPlace());
    private static final List<TerritoryMetric> OF_ONE_SHAPE = Stream.of(
                    ResourceIndicator.all(), SharedUse.all(), LedgerGrade.all(), TitledTeachers.all())
            .flatMap(List::stream)
            .toList();
    private static final List<TerritoryMetric> OF_ENROLLMENT_TOO = List.of(new RateGap(), new EffectOfJoining());
    private static final List<TerritoryMetric> DISPERSION_OF_RESOURCES = List.of(
            new CoefficientOfVariation(),
            new UnweightedCoefficientOfVariation(),
            new RangeOfMeans(),
            new HalvesAroundTheMedian(),
            new GiniCoefficient(),
            new TheilIndex(),
            new ChangeOfSpread(),
            new CatchingUp());

    private MetricCatalog() {}

    /** All rows of the score metrics for one series × subject of a territory, years and grains together. */
    public static List<MetricValue> scores(Territory territory, ScoreFamily family, BuildTerms terms) {
        return scores(territory, family, terms, Parts.EVERY);
    }

    /**
     * Those of some parts.
     *
     * @param isAsked of a part of {@link Parts}; of {@link Parts#WHOLE} always
     */
    public static List<MetricValue> scores(
            Territory territory, ScoreFamily family, BuildTerms terms, Predicate<String> isAsked) {
        return rows(SCORE_METRICS.stream(), () -> new MarkBook(territory, family, terms, isAsked));
    }

    /** Whether a row of {@link #scores} rests on its place alone: {@link ScoreMetric#restsOnItsPlace}. */
    static boolean restsOnItsPlace(MetricValue row) {
        return SCORE_METRICS_BY_ID.get(row.metricId()).restsOnItsPlace(row);
    }

    /** All rows of the other metrics of a territory. */
    public static List<MetricValue> territory(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        return rows(ofTerritories(), territory, facts, terms);
    }

    /** The rows of some metrics, by id, among those of {@link #scores}. */
    public static List<MetricValue> scores(
            Set<String> metricIds, Territory territory, ScoreFamily family, BuildTerms terms) {
        return rows(
                SCORE_METRICS.stream().filter(metric -> metricIds.contains(metric.id())),
                () -> new MarkBook(territory, family, terms));
    }

    /** The rows of some metrics, by id, among those of {@link #territory}. */
    public static List<MetricValue> territory(
            Set<String> metricIds, Territory territory, TerritoryFacts facts, BuildTerms terms) {
        return rows(ofTerritories().filter(metric -> metricIds.contains(metric.id())), territory, facts, terms);
    }

    private static Stream<TerritoryMetric> ofTerritories() {
        return Stream.of(TERRITORY_METRICS, OF_ONE_SHAPE, OF_ENROLLMENT_TOO, DISPERSION_OF_RESOURCES)
                .flatMap(List::stream);
    }

    private static List<MetricValue> rows(Stream<ScoreMetric> metrics, Supplier<MarkBook> opened) {
        return RowDigests.remembered(() -> {
            MarkBook book = opened.get();
            return metrics.flatMap(metric -> metric.rows(book).stream())
                    .filter(book::asks)
                    .toList();
        });
    }

    private static List<MetricValue> rows(
            Stream<TerritoryMetric> metrics, Territory territory, TerritoryFacts facts, BuildTerms terms) {
        return RowDigests.remembered(() -> metrics.flatMap(metric -> metric.rows(territory, facts, terms).stream())
                .toList());
    }

    /** The entries, in the order of the catalogue. */
    static List<Metric> entries() {
        return Stream.of(SCORE_METRICS, TERRITORY_METRICS, OF_ONE_SHAPE)
                .<Metric>flatMap(List::stream)
                .toList();
    }
}
