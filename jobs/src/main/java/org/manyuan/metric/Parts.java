package org.manyuan.metric;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.Unit;

/**
 * The score figures of a territory by what they rest on, so that a correction need not compute all of them. A part is a county together
 * with those that it shares something with: a group at any time, a school that went on under another code, a school in several parts. A
 * figure of a part rests on the facts of its units, and on those of other units only as far as these sat the same papers.
 */
public final class Parts {
    /** Every part. */
    public static final Predicate<String> EVERY = part -> true;

    /** What districts above the county have, what is of several papers, and what is judged beside others. */
    public static final String WHOLE = "";

    /** Schools come after every district, so that a part is called by a district. */
    private static final String SCHOOL = "\uffff";

    private final Territory territory;
    private final Map<String, String> joined = new HashMap<>();
    private final Map<String, String> ofUnits = new HashMap<>();
    private final Map<String, String> ofGroups = new HashMap<>();
    private final Map<String, String> ofDistricts = new HashMap<>();

    /** The parts of a territory, by its registers alone. */
    public Parts(Territory territory) {
        this.territory = territory;
        for (Unit unit : territory.units()) {
            join(SCHOOL + unit.schoolCode(), county(unit.schoolCode()));
            if (unit.partOf() != null) {
                join(SCHOOL + unit.schoolCode(), SCHOOL + unit.partOf());
            }
        }
        for (SchoolSuccession succession : territory.successions().inOrder()) {
            join(SCHOOL + succession.fromCode(), SCHOOL + succession.toCode());
        }
        for (EducationGroup group : territory.groups()) {
            for (MembershipSpan span : territory.spans(group)) {
                join(SCHOOL + span.schoolCode(), group(group.groupCode()));
            }
        }
    }

    /** The part of a group; the whole where it has no unit here. */
    String ofGroup(String groupCode) {
        return ofGroups.computeIfAbsent(groupCode, code -> part(group(code)));
    }

    /** The part of a district. */
    String ofDistrict(String districtCode) {
        return ofDistricts.computeIfAbsent(
                districtCode,
                code -> territory.hasDistrictsBelow(code) || code.equals(territory.code()) ? WHOLE : part(code));
    }

    /** The part of a unit; the whole where the territory has no county for it. */
    public String ofUnit(String schoolCode) {
        return ofUnits.computeIfAbsent(schoolCode, code -> part(SCHOOL + code));
    }

    /** The part of a figure of scores. */
    public String of(MetricValue figure) {
        if (!MetricCatalog.restsOnItsPlace(figure)) {
            return WHOLE;
        }
        if (!figure.schoolCode().isEmpty()) {
            return ofUnit(figure.schoolCode());
        }
        if (!figure.groupCode().isEmpty()) {
            return ofGroup(figure.groupCode());
        }
        return ofDistrict(figure.districtCode());
    }

    private String county(String schoolCode) {
        String lowest = territory.placesOf(schoolCode).get(0);
        return lowest.equals(territory.code()) ? WHOLE : lowest;
    }

    private static String group(String groupCode) {
        return SCHOOL + SCHOOL + groupCode;
    }

    private String part(String of) {
        String first = first(of);
        return first.startsWith(SCHOOL) ? WHOLE : first;
    }

    /** The first of all that are joined is what they are called by. */
    private void join(String one, String other) {
        String first = first(one);
        String second = first(other);
        if (!first.equals(second)) {
            boolean isInOrder = first.compareTo(second) < 0;
            joined.put(isInOrder ? second : first, isInOrder ? first : second);
        }
    }

    private String first(String of) {
        String at = of;
        while (joined.containsKey(at)) {
            at = joined.get(at);
        }
        return at;
    }
}
