package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;

/**
 * TCH-08 名优教师增长 and TCH-08r, the same over the base year's number: holders of a title of county level or above now minus in the base
 * year, of the panel units whose rolls of both years say it; candidates never count. A group by its units on September 1 of the
 * current year. n is the base year's number. Source: METRICS A6; cards TCH-08, TCH-08r.
 */
final class TitledTeachers implements TerritoryMetric {
    private static final String HOLDER = "holder";

    private final boolean isRate;

    private TitledTeachers(boolean isRate) {
        this.isRate = isRate;
    }

    /** The number and the rate. */
    static List<TerritoryMetric> all() {
        return List.of(new TitledTeachers(false), new TitledTeachers(true));
    }

    @Override
    public String id() {
        return isRate ? "TCH-08r" : "TCH-08";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        ExchangeBook book = new ExchangeBook(territory, facts, terms);
        List<Stage> stages = new ArrayList<>(List.of(Stage.values()));
        stages.add(null);
        List<MetricValue> rows = new ArrayList<>();
        for (Stage stage : stages) {
            NavigableMap<Integer, Set<String>> said = said(facts, territory, book, stage);
            YearlyComparisons comparisons = new YearlyComparisons(territory, stage, said);
            for (int year : comparisons.years()) {
                List<YearComparison> all = new ArrayList<>(comparisons.units(year));
                all.addAll(comparisons.wholes(year));
                all.forEach(one -> rows.add(
                        row(one, comparisons.panel(one.baseYear(), year), book, stage, year, territory, terms)));
            }
        }
        return rows;
    }

    /** The units whose roll says a level of somebody of the stage, by year. */
    private static NavigableMap<Integer, Set<String>> said(
            TerritoryFacts facts, Territory territory, ExchangeBook book, Stage stage) {
        NavigableMap<Integer, Set<String>> said = new TreeMap<>();
        for (TeacherFact teacher : facts.teachers()) {
            if (teacher.schoolCode() != null
                    && teacher.talentLevel() != null
                    && territory.unit(teacher.schoolCode()).isPresent()
                    && takes(stage, book, teacher)) {
                said.computeIfAbsent(teacher.schoolYear(), any -> new TreeSet<>())
                        .add(teacher.schoolCode());
            }
        }
        return said;
    }

    private MetricValue row(
            YearComparison one,
            PanelUnits panelUnits,
            ExchangeBook book,
            Stage stage,
            int year,
            Territory territory,
            BuildTerms terms) {
        Set<String> either = new TreeSet<>(one.codes());
        either.addAll(one.codesAtBase());
        long panel = 0;
        long leftOut = 0;
        long holdersBefore = 0;
        long holdersNow = 0;
        boolean assumed = one.approximate();
        List<Inputs> inputs = new ArrayList<>();
        either.forEach(code -> inputs.add(Inputs.none().from(territory.originOf(code))));
        for (PanelUnit unit : panelUnits.of(either)) {
            if (!unit.isInBoth() || !unit.isNowWithin(one.codes())) {
                leftOut++;
                continue;
            }
            panel++;
            for (int at : List.of(one.baseYear(), year)) {
                for (TeacherFact teacher : roll(book, stage, at, at == year ? unit.now() : unit.then())) {
                    inputs.add(ExchangeBook.inputs(teacher).from(territory.originOf(teacher.schoolCode())));
                    boolean titled = isTitled(teacher);
                    assumed |= teacher.talentLevel() == null || titled && teacher.talentStatus() == null;
                    holdersBefore += titled && at == one.baseYear() ? 1 : 0;
                    holdersNow += titled && at == year ? 1 : 0;
                }
            }
        }
        boolean usable = panel > 0 && (!isRate || holdersBefore > 0);
        double change = holdersNow - holdersBefore;
        return one.place(MetricRow.of(this, terms).measure(isRate ? "growth" : "change"))
                .year(year)
                .stage(stage)
                .value(!usable ? Double.NaN : isRate ? change / holdersBefore : change)
                .counts(holdersBefore, panel)
                .leftOut(LeftOut.units(leftOut))
                .inputs(Inputs.all(inputs).and(one.membership()))
                .flag(!usable, Flag.BASE_MISSING)
                .flag(assumed, Flag.APPROXIMATE)
                .row();
    }

    private static List<TeacherFact> roll(ExchangeBook book, Stage stage, int year, List<String> codes) {
        return codes.stream()
                .flatMap(code -> book.roll(year, code).stream())
                .filter(teacher -> takes(stage, book, teacher))
                .toList();
    }

    private static boolean takes(Stage stage, ExchangeBook book, TeacherFact teacher) {
        return stage == null || stage == book.stage(teacher);
    }

    /** A level without a status is taken as held. */
    private static boolean isTitled(TeacherFact teacher) {
        return teacher.talentLevel() != null
                && TalentLevel.of(teacher.talentLevel()).isBackbone()
                && (teacher.talentStatus() == null || teacher.talentStatus().equals(HOLDER));
    }
}
