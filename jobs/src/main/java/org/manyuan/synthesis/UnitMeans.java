package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.synthesis.CountyPlan.Gap;
import org.manyuan.synthesis.CountyPlan.Group;
import org.manyuan.synthesis.CountyPlan.Series;

/**
 * Where the schools of one exam stand: the mean of each on the total, in SDs of everyone who sits it, so that every planned gap
 * holds and the county's mean is 0. Within a side schools differ by chance; the schools of no planned side carry what balances the
 * rest.
 */
final class UnitMeans {
    private final CountyPlan plan;
    private final Chance chance;
    private final Series series;
    private final int schoolYear;
    private final Map<String, Integer> sitters;
    private final Map<String, Double> means = new LinkedHashMap<>();

    private UnitMeans(CountyPlan plan, Chance chance, Series series, int schoolYear, Map<String, Integer> sitters) {
        this.plan = plan;
        this.chance = chance;
        this.series = series;
        this.schoolYear = schoolYear;
        this.sitters = sitters;
    }

    /** The means by school code, for the schools with someone who sat ({@code sitters}: how many). */
    static Map<String, Double> of(
            CountyPlan plan, Chance chance, Series series, int schoolYear, Map<String, Integer> sitters) {
        UnitMeans means = new UnitMeans(plan, chance, series, schoolYear, sitters);
        means.place();
        return means.means;
    }

    private void place() {
        Set<String> rest = new HashSet<>(sitters.keySet());
        double everyone = count(List.copyOf(rest));
        double sum = 0;
        for (Group group : plan.groups()) {
            Gap gap = group.gaps().get(series.stage());
            if (gap == null) {
                continue;
            }
            double planned = gap.planned().get(schoolYear - plan.firstYear());
            List<String> members = sitting(group.members().keySet());
            double membersMean;
            if (gap.metric().equals("GAP-08b")) {
                double lead = gap.lead().get(schoolYear - plan.firstYear());
                membersMean = lead - planned;
                sum += side(List.of(group.lead()), lead);
                rest.remove(group.lead());
            } else {
                membersMean = planned * (everyone - count(members)) / everyone; // the county's mean is 0
            }
            sum += side(members, membersMean);
            members.forEach(rest::remove);
        }
        List<String> others = sitting(rest);
        side(others, -sum / count(others));
    }

    /** Places the schools of a side about its mean and gives the sum over its pupils. */
    private double side(List<String> schools, double mean) {
        Map<String, Double> own = new LinkedHashMap<>();
        double drift = 0;
        for (String school : schools) {
            double deviation = plan.chance().unitSd() * chance.normal("unit", series.stage(), school)
                    + plan.chance().yearSd() * chance.normal("unit year", series.code(), school, schoolYear);
            own.put(school, deviation);
            drift += deviation * sitters.get(school);
        }
        double centre = drift / count(schools);
        own.forEach((school, deviation) -> means.put(school, mean + deviation - centre));
        return mean * count(schools);
    }

    private List<String> sitting(Set<String> schools) {
        List<String> sitting = new ArrayList<>(schools);
        sitting.retainAll(sitters.keySet());
        sitting.sort(null);
        return sitting;
    }

    private int count(List<String> schools) {
        return schools.stream().mapToInt(sitters::get).sum();
    }
}
