package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;

/** What other rooms' tests see of the golden town: its figures, and the records they are of. Group GA belongs to D1. */
public final class GoldenRows {
    private static final Town TOWN = GoldenTown.town();

    private GoldenRows() {}

    /** Scores and intake of the golden pupils, and of unit A1's hundred eligible teachers as many exchanged as asked for. */
    public static List<MetricValue> figures(int exchanged) {
        TownFacts facts = TownFacts.golden();
        IntStream.range(0, 100).forEach(i -> facts.teachers("T" + i + " | 2024 | A1 | J | none | - | yes"));
        IntStream.range(0, exchanged)
                .forEach(i -> facts.exchanges("T" + i + " | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -"));
        BuildTerms terms = BuildTerms.of(Town.AS_OF);
        List<MetricValue> rows = new ArrayList<>(MetricCatalog.scores(TOWN.territory(), TOWN.family(), terms));
        rows.addAll(MetricCatalog.territory(TOWN.territory(), facts.facts(), terms));
        return rows;
    }

    public static List<EducationGroup> groups() {
        return TOWN.territory().groups();
    }

    public static List<MembershipSpan> spans() {
        return TOWN.spans();
    }

    public static List<Unit> units() {
        return TOWN.territory().units();
    }

    public static List<Exam> exams() {
        return TOWN.family().exams();
    }
}
