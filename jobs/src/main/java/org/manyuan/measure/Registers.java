package org.manyuan.measure;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;

/**
 * What there is to speak of: districts, units, groups, memberships, successions, exams, papers, terms. Rows of a country's registers
 * are few beside those of its pupils, so they are held whole wherever figures are computed, and no plan has to join them.
 *
 * @param spans memberships as known now, with roles
 * @param successions which unit goes on under which code
 */
public record Registers(
        List<District> districts,
        List<Unit> units,
        List<EducationGroup> groups,
        List<MembershipSpan> spans,
        List<SchoolSuccession> successions,
        List<Exam> exams,
        List<ExamPaper> papers,
        List<Term> terms)
        implements Serializable {
    static final Registers NONE =
            new Registers(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Registers {
        districts = List.copyOf(districts);
        units = List.copyOf(units);
        groups = List.copyOf(groups);
        spans = List.copyOf(spans);
        successions = List.copyOf(successions);
        exams = List.copyOf(exams);
        papers = List.copyOf(papers);
        terms = List.copyOf(terms);
    }

    /** Whether others hold the same groups and memberships. */
    public boolean hasMembershipsOf(Registers others) {
        return same(groups, others.groups) && same(spans, others.spans);
    }

    /** These, with the groups and memberships of others. */
    public Registers withMembershipsOf(Registers others) {
        return new Registers(districts, units, others.groups, others.spans, successions, exams, papers, terms);
    }

    /** Whether the two hold the same rows, in whatever order; false for null. */
    boolean hasRowsOf(Registers other) {
        return other != null
                && same(districts, other.districts)
                && same(units, other.units)
                && same(groups, other.groups)
                && same(spans, other.spans)
                && same(successions, other.successions)
                && same(exams, other.exams)
                && same(papers, other.papers)
                && same(terms, other.terms);
    }

    private static boolean same(List<?> rows, List<?> others) {
        return rows.equals(others)
                || rows.size() == others.size() && Set.copyOf(rows).equals(Set.copyOf(others));
    }
}
