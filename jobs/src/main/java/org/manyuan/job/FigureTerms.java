package org.manyuan.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyuan.config.Settings;
import org.manyuan.config.Settings.ExchangeSettings;
import org.manyuan.contract.FigureFilter;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.Exam;
import org.manyuan.metric.BuildTerms;

/** What the settings of a workspace and the schemes tell the metrics: the same for a build, an explanation and a comparison of releases. */
final class FigureTerms {
    private FigureTerms() {}

    /**
     * For figures as of a day, with what the schemes count alone.
     *
     * @param exams every one that is known: earlier papers are chosen among them
     */
    static BuildTerms of(Settings settings, LocalDate asOf, List<Exam> exams) {
        ExchangeSettings exchange = settings.exchange();
        return BuildTerms.of(
                        asOf,
                        exchange.terms(),
                        exchange.termDays(),
                        Set.copyOf(exchange.kinds()),
                        exchange.rotationYears(),
                        exchange.noviceYears())
                .asking(asked(Schemes.all(), exams));
    }

    /** What each scheme counts alone, in its region. */
    static List<BuildTerms.Asked> asked(List<Scheme> schemes, List<Exam> exams) {
        return schemes.stream()
                .flatMap(scheme -> scheme.filters()
                        .map(filter -> new BuildTerms.Asked(scheme.regionCode(), filter, priors(filter, exams))))
                .distinct()
                .toList();
    }

    private static Set<String> priors(FigureFilter filter, List<Exam> exams) {
        List<String> words = filter.of(FigureFilter.PRIOR);
        return exams.stream()
                .filter(exam -> !words.isEmpty() && words.stream().allMatch(word -> isOf(word, exam)))
                .map(Exam::examCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOf(String word, Exam exam) {
        String wanted = word.substring(word.indexOf(':') + 1);
        return switch (word.substring(0, word.indexOf(':'))) {
            case "kind" -> wanted.equals(exam.kind());
            case "stage" -> exam.stage() != null && wanted.equals(exam.stage().name());
            default -> wanted.equals(exam.grade());
        };
    }
}
