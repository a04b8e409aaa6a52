package org.manyuan.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.SchoolYear;

/**
 * A policy rule of a region: an entry of a file of {@code schemas/rules} that names a region. It is judged for each subject and school
 * year by rows of what was handed in.
 *
 * @param region the district whose groups it is about, with all districts below it
 * @param hardness hard (a stated limit) or soft (in principle, or an outcome that is reported)
 * @param isPlanned announced, not in force: shown as a preview
 * @param persons who stands behind the rows that decide
 * @param kinds groups of other kinds are out of its scope; empty: all. Forms likewise
 * @param scope SQL over the columns of the subject: those for which it does not hold are out of its scope; empty: all
 * @param validFrom null: since ever; years whose September 1 lies before it are out of its time
 * @param validTo null: still
 * @param years the only school years that it speaks of; empty: all
 * @param isAny one requirement that is met is enough; else all must be
 * @param settings words that the file gives to the SQL of its rules, by name
 */
public record RegionRule(
        String id,
        Wording name,
        String region,
        String hardness,
        boolean isPlanned,
        Persons persons,
        Subject subject,
        Set<String> kinds,
        Set<String> forms,
        String scope,
        LocalDate validFrom,
        LocalDate validTo,
        Set<Integer> years,
        boolean isAny,
        List<Requirement> requirements,
        Map<String, List<String>> settings)
        implements Serializable {
    /** What is judged. */
    public enum Subject {
        GROUP,
        /** Each unit of a group. */
        UNIT,
        /** Each member of a group. */
        MEMBER,
        /** The lead of a group. */
        LEAD,
        /** The region as a whole. */
        DISTRICT
    }

    /** Who stands behind the rows that decide. */
    public enum Persons {
        NONE,
        TEACHER,
        STUDENT
    }

    public RegionRule {
        kinds = Set.copyOf(kinds);
        forms = Set.copyOf(forms);
        years = Set.copyOf(years);
        requirements = List.copyOf(requirements);
        settings = Map.copyOf(settings);
    }

    /** Whether the rule speaks of a school year. */
    public boolean holdsIn(int schoolYear) {
        LocalDate first = SchoolYear.firstDay(schoolYear);
        return (validFrom == null || !first.isBefore(validFrom))
                && (validTo == null || !first.isAfter(validTo))
                && (years.isEmpty() || years.contains(schoolYear));
    }
}
