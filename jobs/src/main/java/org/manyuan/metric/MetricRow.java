package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;
import org.manyuan.domain.Verdict;
import org.manyuan.statistics.Interval;

/**
 * A row of {@code metric_value} being written. Codes not said stay empty, figures not said stay null, and NaN is null. The flag is the
 * first of those given, in the order of the catalogue; none is OK.
 */
final class MetricRow implements Cloneable {
    private final Metric metric;
    private final BuildTerms terms;
    private String measure = "";
    private String variant = "";
    private String districtCode = "";
    private String groupCode = "";
    private String schoolCode = "";
    private int schoolYear;
    private Integer baseYear;
    private String examCode = "";
    private String stage = "";
    private String grade = "";
    private String subject = "";
    private double value = Double.NaN;
    private double valueRaw = Double.NaN;
    private double se = Double.NaN;
    private Interval interval = Interval.NONE;
    private String ciMethod = "";
    private String ciFrame = "";
    private double p = Double.NaN;
    private double q = Double.NaN;
    private Long n;
    private Long k;
    private LeftOut leftOut = LeftOut.NOTHING;
    private Flag flag = Flag.OK;
    private Verdict verdict;
    private Origin origin = Origin.REPORTED;
    private String inputsHash = "";
    private Long leastSide;
    private Long leastUnit;
    private Long leastPart;

    private MetricRow(Metric metric, BuildTerms terms) {
        this.metric = metric;
        this.terms = terms;
    }

    static MetricRow of(Metric metric, BuildTerms terms) {
        return new MetricRow(metric, terms);
    }

    /** Another row with everything said so far. */
    MetricRow copy() {
        try {
            return (MetricRow) super.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("a row says that it can be copied", impossible);
        }
    }

    MetricRow measure(String name) {
        measure = name;
        return this;
    }

    /** The parts that are not empty, joined by a slash, in the order kind, gap, base, panel, weight, other. */
    MetricRow variant(String... parts) {
        StringBuilder said = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                said.append(said.isEmpty() ? "" : "/").append(part);
            }
        }
        variant = said.toString();
        return this;
    }

    MetricRow district(String code) {
        districtCode = code;
        return this;
    }

    /** A group's figures belong to its authority. */
    MetricRow group(EducationGroup group) {
        groupCode = group.groupCode();
        districtCode = group.authorityCode() == null ? "" : group.authorityCode();
        return this;
    }

    MetricRow unit(Unit unit) {
        schoolCode = unit.schoolCode();
        districtCode = unit.districtCode() == null ? "" : unit.districtCode();
        return this;
    }

    /** Year, exam, stage, grade and subject of a sitting; what rests on pooled papers is DIFFERENT_PAPER. */
    MetricRow sitting(Sitting sitting, String ofSubject) {
        examCode = sitting.examCode();
        subject = ofSubject;
        grade = sitting.exam().grade();
        return year(sitting.schoolYear())
                .stage(sitting.exam().stage())
                .flag(sitting.isPooled() ? Flag.DIFFERENT_PAPER : Flag.OK);
    }

    /** Another exam_code than the sitting's; empty where several are in the figure. */
    MetricRow exam(String code) {
        examCode = code;
        return this;
    }

    MetricRow year(int year) {
        schoolYear = year;
        return this;
    }

    MetricRow baseYear(int year) {
        baseYear = year;
        return this;
    }

    /** The base year said before. */
    int baseYear() {
        return baseYear;
    }

    /** Null: all stages. */
    MetricRow stage(Stage of) {
        stage = of == null ? "" : of.name();
        return this;
    }

    /** The code of a stage; empty: all stages. */
    MetricRow stage(String code) {
        stage = code;
        return this;
    }

    MetricRow value(double figure) {
        value = figure;
        return this;
    }

    /** The value before a rule changed it. */
    MetricRow valueRaw(double figure) {
        valueRaw = figure;
        return this;
    }

    /** The frame that the row's interval is, or would be, taken in: census or schools. */
    MetricRow frame(String name) {
        ciFrame = name;
        return this;
    }

    /** Standard error and interval; a method is named only where there is an interval. */
    MetricRow interval(double standardError, Interval bounds, String method) {
        se = standardError;
        interval = bounds;
        ciMethod = bounds.exists() ? method : "";
        return this;
    }

    MetricRow p(double ofNoChange) {
        p = ofNoChange;
        return this;
    }

    MetricRow q(double adjusted) {
        q = adjusted;
        return this;
    }

    MetricRow counts(long students, long units) {
        n = students;
        k = units;
        return this;
    }

    /** Another number of units, the students as said before. */
    MetricRow units(long units) {
        k = units;
        return this;
    }

    /**
     * For disclosure: how small what is behind the figure gets. Null: it is not of students, or there is nothing behind it.
     *
     * @param side the fewest students of any side that the value rests on
     * @param unit the fewest of any count of a single unit that is added up
     */
    MetricRow behind(Long side, Long unit) {
        leastSide = side;
        leastUnit = unit;
        return this;
    }

    /** For disclosure: the fewest who reached, or did not reach, any of the rates that the value is made of. */
    MetricRow part(Long part) {
        leastPart = part;
        return this;
    }

    /** The same with another side, the units as said before. */
    MetricRow side(Long side) {
        leastSide = side;
        return this;
    }

    MetricRow leftOut(LeftOut rest) {
        leftOut = rest;
        return this;
    }

    MetricRow flag(Flag reason) {
        flag = flag.or(reason);
        return this;
    }

    MetricRow flag(boolean applies, Flag reason) {
        return applies ? flag(reason) : this;
    }

    MetricRow verdict(Verdict said) {
        verdict = said;
        return this;
    }

    MetricRow inputs(Inputs inputs) {
        origin = inputs.origin();
        inputsHash = inputs.hash();
        return this;
    }

    /** With further inputs, if there are any. */
    MetricRow and(List<Inputs> others) {
        return others.isEmpty() ? this : inputs(new Inputs(origin, inputsHash).and(others.toArray(Inputs[]::new)));
    }

    Flag flag() {
        return flag;
    }

    MetricValue row() {
        return new MetricValue(
                metric.id(),
                metric.cardVersion(),
                measure,
                variant,
                districtCode,
                groupCode,
                schoolCode,
                schoolYear,
                baseYear,
                terms.asOf(),
                examCode,
                stage,
                grade,
                subject,
                orNull(value),
                orNull(valueRaw),
                orNull(se),
                orNull(interval.lo()),
                orNull(interval.hi()),
                ciMethod,
                ciFrame,
                orNull(p),
                orNull(q),
                n,
                k,
                leftOut.units(),
                leftOut.students(),
                flag,
                verdict,
                origin,
                inputsHash,
                leastSide,
                leastUnit,
                leastPart,
                leftOut.fewest());
    }

    private static Double orNull(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }
}
