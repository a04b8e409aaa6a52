package org.manyuan.metric;

import java.time.LocalDate;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Unit;
import org.manyuan.statistics.Dispersion;

/**
 * What a figure of a district or a group speaks of: those of its units that sat one sitting, in order of school_code.
 *
 * @param heading the row that its figures begin with: place, sitting, counts, what is left out, inputs
 * @param roster the group on the day; null for a district
 */
record UnitSet(Sitting sitting, String districtCode, Roster roster, List<UnitMarks> units, MetricRow heading)
        implements UnitValues {
    /** The variant that counts every unit once. */
    static final String EQUAL = "equal";

    /** The units of a district. */
    static UnitSet ofDistrict(Metric metric, MarkBook book, ExamSeries series, Sitting sitting, String districtCode) {
        Territory territory = book.territory();
        List<UnitMarks> units = sitting.in(districtCode);
        List<String> all =
                territory.unitsIn(districtCode).stream().map(Unit::schoolCode).toList();
        MetricRow heading = begin(metric, book, sitting, units)
                .district(districtCode)
                .leftOut(series.leftOut(sitting, all))
                .inputs(inputs(units));
        return new UnitSet(sitting, districtCode, null, units, heading);
    }

    /** The units of a group, whatever their role. */
    static UnitSet ofGroup(Metric metric, MarkBook book, ExamSeries series, Sitting sitting, Roster roster) {
        List<UnitMarks> units = sitting.of(roster.all());
        MetricRow heading = begin(metric, book, sitting, units)
                .group(roster.group())
                .leftOut(series.leftOut(sitting, roster.all()))
                .flag(roster.approximate(), Flag.APPROXIMATE)
                .inputs(inputs(units).and(roster.inputs()));
        return new UnitSet(sitting, "", roster, units, heading);
    }

    /** A row of its own, with the kind of a group and what tells two pools apart in its variant. */
    MetricRow row(String measure, String... variant) {
        String kind = roster == null ? "" : roster.group().kind();
        return heading.copy().measure(measure).variant(kind, String.join("/", variant), sitting.variant());
    }

    /** Mean score of each unit, points. */
    double[] means() {
        return units.stream().mapToDouble(UnitMarks::mean).toArray();
    }

    /** Valid scores of each unit, as weights. */
    @Override
    public double[] weights() {
        return units.stream().mapToDouble(UnitMarks::n).toArray();
    }

    /** Valid scores of each unit. */
    long[] sizes() {
        return units.stream().mapToLong(UnitMarks::n).toArray();
    }

    /** Σ(y − ȳ_j)² within all units, points²; NaN where a unit came without SD. */
    double squaresWithin() {
        return units.stream().mapToDouble(unit -> unit.moments().m2()).sum();
    }

    /** Mean over all pupils, points. */
    double mean() {
        return Dispersion.mean(means(), weights());
    }

    /** Whether an interval over units may be given: one paper, enough units. */
    boolean allowsInterval() {
        return !sitting.isPooled() && k() >= Rules.UNITS_FOR_INTERVAL;
    }

    @Override
    public MetricRow figure(String... variant) {
        return row("mean_score", variant);
    }

    @Override
    public MetricRow reading(String name, String standard, String... variant) {
        return row(name, variant);
    }

    @Override
    public LocalDate day() {
        return sitting.heldOn();
    }

    @Override
    public List<String> schoolCodes() {
        return units.stream().map(UnitMarks::schoolCode).toList();
    }

    @Override
    public double[] values() {
        return means();
    }

    @Override
    public Long fewest() {
        return Fewest.of(units);
    }

    @Override
    public boolean isPooled() {
        return sitting.isPooled();
    }

    private static MetricRow begin(Metric metric, MarkBook book, Sitting sitting, List<UnitMarks> units) {
        return MetricRow.of(metric, book.terms())
                .sitting(sitting, book.subject())
                .counts(pupils(units), units.size())
                .behind(pupils(units), Fewest.of(units));
    }

    private static long pupils(List<UnitMarks> units) {
        return units.stream().mapToLong(UnitMarks::n).sum();
    }

    private static Inputs inputs(List<UnitMarks> units) {
        return Inputs.all(units.stream().map(UnitMarks::inputs).toList());
    }
}
