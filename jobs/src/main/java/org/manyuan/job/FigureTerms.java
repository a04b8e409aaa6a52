package org.manyuan.job;

import java.time.LocalDate;
import java.util.Set;
import org.manyuan.config.Settings;
import org.manyuan.config.Settings.ExchangeSettings;
import org.manyuan.metric.BuildTerms;

/** What the settings of a workspace tell the metrics: the same for a build, an explanation and a comparison of releases. */
final class FigureTerms {
    private FigureTerms() {}

    /** For figures as of a day. */
    static BuildTerms of(Settings settings, LocalDate asOf) {
        ExchangeSettings exchange = settings.exchange();
        return BuildTerms.of(
                asOf,
                exchange.terms(),
                exchange.termDays(),
                Set.copyOf(exchange.kinds()),
                exchange.rotationYears(),
                exchange.noviceYears());
    }
}
