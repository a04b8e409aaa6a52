package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.EducationGroup;

/** The unit sets that a metric between units has rows of, where they are asked for: every district and sitting, every group and sitting. */
final class UnitSets {
    private UnitSets() {}

    /** One per district down to the county, sitting it has units in, and pool of its papers. */
    static List<UnitSet> ofDistricts(Metric metric, MarkBook book) {
        List<UnitSet> sets = new ArrayList<>();
        for (ExamSeries series : book.series()) {
            for (String district : book.territory().districtCodes()) {
                for (Sitting sitting : series.in(district)) {
                    if (book.asksDistrict(district, sitting)) {
                        sets.add(UnitSet.ofDistrict(metric, book, series, sitting, district));
                    }
                }
            }
        }
        return sets;
    }

    /** One per group and sitting that a unit of it, on the exam's day, handed something in for. */
    static List<UnitSet> ofGroups(Metric metric, MarkBook book) {
        List<UnitSet> sets = new ArrayList<>();
        for (ExamSeries series : book.series()) {
            for (Sitting sitting : series.all()) {
                for (EducationGroup group : book.territory().groups()) {
                    Roster roster = book.territory().roster(group, sitting.heldOn());
                    if (book.asksGroup(group) && sitting.isHandedIn(roster.all())) {
                        sets.add(UnitSet.ofGroup(metric, book, series, sitting, roster));
                    }
                }
            }
        }
        return sets;
    }

    /** Both. */
    static List<UnitSet> of(Metric metric, MarkBook book) {
        List<UnitSet> sets = new ArrayList<>(ofDistricts(metric, book));
        sets.addAll(ofGroups(metric, book));
        return sets;
    }
}
