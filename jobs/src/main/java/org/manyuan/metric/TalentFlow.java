package org.manyuan.metric;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.manyuan.domain.EducationGroup;

/**
 * The exchanges of one level of title that touch a unit, a group on September 1 or a district in a school year: what comes in, what goes
 * out, what stays inside. In minus out is what TCH-04 divides by the full-time teachers.
 *
 * @param districtCode of a district; else empty
 * @param groupCode of a group; else empty
 * @param schoolCode of a unit; else empty
 * @param level code of the level; empty where no file says one
 */
public record TalentFlow(
        String districtCode, String groupCode, String schoolCode, String level, Volume in, Volume out, Volume inside)
        implements Serializable {
    /**
     * So much of exchanges.
     *
     * @param persons each once
     * @param months full-time equivalents times months inside the year, of the exchanges whose share of full time is known or 1
     * @param unknown exchanges whose share of full time is needed and not said: in no months
     */
    public record Volume(int persons, double months, int unknown) implements Serializable {
        private static Volume of(Collection<TeacherFlow> flows, Predicate<TeacherFlow> which) {
            List<TeacherFlow> own = flows.stream().filter(which).toList();
            Set<String> persons = new HashSet<>();
            own.forEach(flow -> persons.add(flow.spell().teacherKey()));
            return new Volume(
                    persons.size(),
                    own.stream().mapToDouble(TeacherFlow::months).sorted().sum(),
                    (int) own.stream().filter(flow -> !flow.isKnown()).count());
        }
    }

    /** Months in minus months out. */
    public double net() {
        return in.months() - out.months();
    }

    static TalentFlow ofUnit(String schoolCode, String level, Collection<TeacherFlow> flows) {
        return of("", "", schoolCode, level, Set.of(schoolCode), flows);
    }

    static TalentFlow ofGroup(EducationGroup group, String level, Set<String> units, Collection<TeacherFlow> flows) {
        return of("", group.groupCode(), "", level, units, flows);
    }

    static TalentFlow ofDistrict(String districtCode, String level, Set<String> units, Collection<TeacherFlow> flows) {
        return of(districtCode, "", "", level, units, flows);
    }

    private static TalentFlow of(
            String districtCode,
            String groupCode,
            String schoolCode,
            String level,
            Set<String> units,
            Collection<TeacherFlow> flows) {
        Predicate<TeacherFlow> from = flow -> units.contains(flow.from());
        Predicate<TeacherFlow> to = flow -> units.contains(flow.to());
        return new TalentFlow(
                districtCode,
                groupCode,
                schoolCode,
                level,
                Volume.of(flows, to.and(from.negate())),
                Volume.of(flows, from.and(to.negate())),
                Volume.of(flows, from.and(to)));
    }
}
