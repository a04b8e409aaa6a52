package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * TCH-03 满年限轮岗: of the teachers who have been at their school for so many years that they are due to rotate and are not exempt, the
 * share who are exchanged in the year (an exchange that TCH-01 counts, whoever sends) or are on another unit's roll in the next.
 * Source: METRICS A6; card TCH-03.
 */
final class RotationOfLongServing implements TerritoryMetric {
    @Override
    public String id() {
        return "TCH-03";
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
            LongServing serving = new LongServing(book, year, terms);
            for (StaffScope scope : StaffScope.all(territory, book, year)) {
                StaffCount count = count(scope, book, serving, sent);
                rows.add(count.share(this, terms, "compliance").row());
                rows.add(due(count, terms));
            }
        }
        return rows;
    }

    private MetricValue due(StaffCount count, BuildTerms terms) {
        return count.number(this, terms, "due", count.size()).row();
    }

    private static StaffCount count(
            StaffScope scope, ExchangeBook book, LongServing serving, Map<String, List<ExchangeSpell>> sent) {
        StaffCount count = new StaffCount(scope);
        for (Unit unit : scope.units()) {
            List<TeacherFact> roll = scope.roll(book, unit);
            boolean said = roll.stream().anyMatch(teacher -> teacher.atSchoolSince() != null);
            boolean hasNext = serving.hasNextRoll(unit);
            boolean hasExchanges = book.hasExchanges(scope.year(), unit);
            if (said && (hasNext || hasExchanges)) {
                count.uses(unit);
                count.assumes(!hasNext || !hasExchanges);
                for (TeacherFact teacher : roll) {
                    count.rests(ExchangeBook.inputs(teacher).from(unit.origin()));
                    count.assumes(teacher.atSchoolSince() == null);
                    add(count, serving.of(unit, teacher));
                }
                sent.getOrDefault(unit.schoolCode(), List.of())
                        .forEach(spell -> count.rests(ExchangeBook.inputs(spell)));
            }
        }
        return count;
    }

    private static void add(StaffCount count, RotationCase one) {
        if (one.isDue()) {
            count.counts(one.teacher().teacherKey());
            if (one.next() != null) {
                count.rests(ExchangeBook.inputs(one.next()));
            }
            if (one.isReached()) {
                count.reaches(one.teacher().teacherKey());
            }
        }
    }
}
