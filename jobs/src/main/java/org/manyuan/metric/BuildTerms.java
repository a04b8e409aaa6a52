package org.manyuan.metric;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.contract.Checklists;
import org.manyuan.contract.CountyStandard;
import org.manyuan.contract.CountyStandards;
import org.manyuan.contract.FigureFilter;
import org.manyuan.domain.SchoolYear;

/**
 * What a build was told and metrics need: the day it speaks of and the settings of the exchange rules (METRICS A6).
 *
 * @param asOf the build's day; stored with every figure
 * @param exchangeTerms how many terms an exchange must last to count
 * @param termDaysWithoutCalendar days of a term where no calendar was handed in
 * @param exchangeKinds kinds of exchange that count for the rate
 * @param rotationYears years at one school after which a teacher is due to rotate
 * @param noviceYears years at the school below which a teacher should have a mentor
 * @param checklists what metrics of staff, classes and ledger look for
 * @param quality what a unit must have for its seats to be places of quality (METRICS A1.1, B8)
 * @param asked what schemes count alone, each once a region; their rows stand beside those of everything
 */
public record BuildTerms(
        LocalDate asOf,
        int exchangeTerms,
        int termDaysWithoutCalendar,
        Set<String> exchangeKinds,
        int rotationYears,
        int noviceYears,
        Checklists checklists,
        CountyStandard.Schools quality,
        List<Asked> asked)
        implements Serializable {
    public BuildTerms {
        exchangeKinds = Set.copyOf(exchangeKinds);
        asked = List.copyOf(asked);
    }

    /**
     * What the schemes of a region count alone.
     *
     * @param region its district code
     * @param priors of a filter by earlier paper the exams that it lets through; else none
     */
    public record Asked(String region, FigureFilter filter, Set<String> priors) implements Serializable {
        public Asked {
            priors = Set.copyOf(priors);
        }
    }

    /** The defaults of METRICS A6 for a build of that day: one term, 120 days, the six kinds that count, six years and five. */
    public static BuildTerms of(LocalDate asOf) {
        return of(asOf, 1, 120, Set.of("轮岗", "支教", "挂职", "派驻", "任教", "走教"), 6, 5);
    }

    /**
     * The same with the settings of a workspace; lists and standards are those that come with Manyuan.
     *
     * @param exchangeTerms how many terms an exchange must last to count
     * @param termDays days of a term where no calendar was handed in
     * @param exchangeKinds kinds of exchange that count for the rate
     * @param rotationYears years at one school after which a teacher is due to rotate
     * @param noviceYears years at the school below which a teacher should have a mentor
     */
    public static BuildTerms of(
            LocalDate asOf,
            int exchangeTerms,
            int termDays,
            Set<String> exchangeKinds,
            int rotationYears,
            int noviceYears) {
        CountyStandard.Schools quality = CountyStandards.all().stream()
                .map(CountyStandard::schools)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new BuildTerms(
                asOf,
                exchangeTerms,
                termDays,
                exchangeKinds,
                rotationYears,
                noviceYears,
                Checklists.standard(),
                quality,
                List.of());
    }

    /** The same where schemes count something alone. */
    public BuildTerms asking(List<Asked> of) {
        return new BuildTerms(
                asOf,
                exchangeTerms,
                termDaysWithoutCalendar,
                exchangeKinds,
                rotationYears,
                noviceYears,
                checklists,
                quality,
                of);
    }

    /** What the schemes of the territory's regions count alone of a metric, in order, each filter once. */
    List<Asked> asked(Territory territory, String metricId) {
        Map<String, Asked> byPart = new TreeMap<>();
        asked.stream()
                .filter(one -> one.filter().metricId().equals(metricId) && territory.overlaps(one.region()))
                .forEach(one -> byPart.putIfAbsent(one.filter().part(), one));
        return List.copyOf(byPart.values());
    }

    /** August 31 that ends a school year; of the running year the build's day. */
    LocalDate lastDay(int schoolYear) {
        LocalDate end = SchoolYear.lastDay(schoolYear);
        return end.isAfter(asOf) ? asOf : end;
    }
}
