package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.GroupPost;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;

/** The facts of a territory that are no scores, all years, in any order. A dataset that nobody handed in is an empty list. */
public record TerritoryFacts(
        List<EnrollmentFact> enrollment,
        List<ExchangeSpell> exchanges,
        List<TeacherFact> teachers,
        List<ResourceFact> resources,
        List<Term> terms,
        List<ClassFact> classes,
        List<LedgerEntry> ledger,
        List<GroupActivity> activities,
        List<GroupPost> posts,
        List<FlowFact> flows) {
    public TerritoryFacts {
        enrollment = List.copyOf(enrollment);
        exchanges = List.copyOf(exchanges);
        teachers = List.copyOf(teachers);
        resources = List.copyOf(resources);
        terms = List.copyOf(terms);
        classes = List.copyOf(classes);
        ledger = List.copyOf(ledger);
        activities = List.copyOf(activities);
        posts = List.copyOf(posts);
        flows = List.copyOf(flows);
    }
}
