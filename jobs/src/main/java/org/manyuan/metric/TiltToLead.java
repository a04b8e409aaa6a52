package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;

/**
 * TCH-10 资源倾斜度: the leads' share of a group's posts, recruits or senior posts over their share of its students; 1 is in proportion, more
 * is tilted to the lead. Units without the number or the students, or without rows, are left out. n is the students. Source: METRICS A6; card TCH-10.
 */
final class TiltToLead implements TerritoryMetric {
    private static final Map<String, Function<ResourceFact, Long>> MEASURES = new TreeMap<>(Map.of(
            "posts_quota", ResourceFact::postsQuota,
            "recruits", ResourceFact::recruits,
            "senior_posts", ResourceFact::seniorPosts));

    @Override
    public String id() {
        return "TCH-10";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    /** One unit's number and students, of a stage or of all its stages; null where one of its rows does not say it. */
    private record Has(Long number, Long students, Inputs inputs) {
        boolean isKnown() {
            return number != null && students != null;
        }
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        ResourceBook book = new ResourceBook(territory, facts.resources());
        TreeSet<Integer> years = new TreeSet<>();
        book.stages().forEach(stage -> years.addAll(book.years(stage)));
        List<MetricValue> rows = new ArrayList<>();
        for (int year : years) {
            Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
            List<Stage> together = book.stages();
            for (EducationGroup group : territory.groups()) {
                add(rows, book, scopes, group, year, "", together, terms);
                for (Stage stage : together) {
                    add(rows, book, scopes, group, year, stage.name(), List.of(stage), terms);
                }
            }
        }
        return rows;
    }

    private void add(
            List<MetricValue> rows,
            ResourceBook book,
            Scopes scopes,
            EducationGroup group,
            int year,
            String stage,
            List<Stage> stages,
            BuildTerms terms) {
        Scope whole = scopes.whole(group);
        List<String> codes = whole.codes().stream()
                .filter(code -> !book.rows(code, year, stages).isEmpty())
                .toList();
        if (codes.isEmpty()) {
            return;
        }
        List<String> leads = scopes.side(group, Scopes.LEAD).codes();
        long silent = whole.codes().stream()
                .filter(code ->
                        !codes.contains(code) && stages.stream().anyMatch(one -> book.isExpected(one, year, code)))
                .count();
        MEASURES.forEach((measure, number) -> {
            Map<String, Has> units = new TreeMap<>();
            codes.forEach(code -> units.put(code, has(book, book.rows(code, year, stages), number)));
            rows.add(whole.place(tilt(units, silent, leads, terms))
                    .measure(measure)
                    .variant(group.kind())
                    .year(year)
                    .stage(stage)
                    .inputs(Inputs.all(units.values().stream().map(Has::inputs).toList())
                            .and(whole.membership()))
                    .flag(whole.approximate(), Flag.APPROXIMATE)
                    .row());
        });
    }

    private MetricRow tilt(Map<String, Has> units, long silent, List<String> leads, BuildTerms terms) {
        long all = 0;
        long ofLeads = 0;
        long students = 0;
        long studentsOfLeads = 0;
        int known = 0;
        LeftOut leftOut = LeftOut.units(silent);
        boolean hasLead = false;
        for (Map.Entry<String, Has> unit : units.entrySet()) {
            Has has = unit.getValue();
            if (has.isKnown()) {
                known++;
                all += has.number();
                students += has.students();
                if (leads.contains(unit.getKey())) {
                    hasLead = true;
                    ofLeads += has.number();
                    studentsOfLeads += has.students();
                }
            } else {
                leftOut = leftOut.plus(has.students() == null ? 0 : has.students());
            }
        }
        Long fewest = Fewest.of(units.values().stream().filter(Has::isKnown).mapToLong(Has::students));
        boolean usable = hasLead && all > 0 && studentsOfLeads > 0;
        return MetricRow.of(this, terms)
                .value(usable ? ((double) ofLeads / all) / ((double) studentsOfLeads / students) : Double.NaN)
                .counts(students, known)
                .behind(fewest, fewest)
                .leftOut(leftOut)
                .flag(known == 0, Flag.MISSING_INPUT)
                .flag(!usable, Flag.BASE_MISSING);
    }

    private static Has has(ResourceBook book, List<ResourceFact> rows, Function<ResourceFact, Long> number) {
        return new Has(
                UnitEnrollment.sum(rows, number),
                UnitEnrollment.sum(rows, ResourceFact::students),
                Inputs.all(rows.stream().map(book::inputs).toList()));
    }
}
