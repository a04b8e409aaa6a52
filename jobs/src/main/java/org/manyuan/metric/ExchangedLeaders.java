package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * TCH-06 干部交流: persons in a post of leadership with an exchange of any kind in the year, and their share of the leaders on the roll. The
 * post is the roll's; of a person on no roll the exchange's. A unit by whom it sent. Source: METRICS A6; card TCH-06.
 */
final class ExchangedLeaders implements TerritoryMetric {
    @Override
    public String id() {
        return "TCH-06";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        ExchangeBook book = new ExchangeBook(territory, facts, terms);
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            Map<String, List<ExchangeSpell>> sent = book.sent(year);
            for (StaffScope scope : StaffScope.all(territory, book, year)) {
                StaffCount count = count(scope, book, sent, terms);
                rows.add(count.number(this, terms, "leaders", count.reached()).row());
                rows.add(count.share(this, terms, "rate").row());
            }
        }
        return rows;
    }

    /** A unit whose roll names no post of anybody says nothing of its leaders. */
    private static StaffCount count(
            StaffScope scope, ExchangeBook book, Map<String, List<ExchangeSpell>> sent, BuildTerms terms) {
        Set<String> posts = terms.checklists().leaders();
        StaffCount count = new StaffCount(scope);
        for (Unit unit : scope.units()) {
            List<TeacherFact> all = book.roll(scope.year(), unit.schoolCode());
            if (all.stream().anyMatch(teacher -> teacher.post() != null) && book.hasExchanges(scope.year(), unit)) {
                count.uses(unit);
                for (TeacherFact teacher : scope.roll(book, unit)) {
                    count.rests(ExchangeBook.inputs(teacher).from(unit.origin()));
                    if (teacher.post() != null && posts.contains(teacher.post())) {
                        count.counts(teacher.teacherKey());
                    }
                }
                for (ExchangeSpell spell : sent.getOrDefault(unit.schoolCode(), List.of())) {
                    Optional<TeacherFact> teacher = book.teacher(scope.year(), spell.teacherKey());
                    String post = teacher.map(TeacherFact::post).orElse(teacher.isPresent() ? null : spell.post());
                    if (post != null
                            && posts.contains(post)
                            && scope.takes(teacher.map(book::stage).orElse(null))) {
                        count.reaches(spell.teacherKey());
                        count.rests(ExchangeBook.inputs(spell));
                    }
                }
            }
        }
        return count;
    }
}
