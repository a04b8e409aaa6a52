package org.manyuan.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.manyuan.contract.MetricCards;
import org.manyuan.contract.Wording;
import org.manyuan.job.DiffReleases;

/** Two releases compared, as somebody reads it on a terminal. */
final class DiffText {
    private static final int MOST_SUBMISSIONS = 10;
    private static final String VALUE = "value";

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    DiffText(Words words) {
        this.words = words;
    }

    String of(DiffReleases.Diff diff) {
        line(words.say("diff.title", named(diff.earlier()), named(diff.later())));
        if (diff.all() == 0) {
            line(words.say("diff.none", diff.same()));
        } else {
            line(words.say("diff.moved", diff.all(), diff.same()));
            line(words.say(
                    "diff.causes",
                    diff.causes().entrySet().stream()
                            .map(cause -> said(cause.getKey()) + " " + cause.getValue())
                            .collect(Collectors.joining(words.say("explain.comma")))));
        }
        if (!diff.cards().isEmpty()) {
            line("");
            line(words.say("diff.cards"));
            diff.cards()
                    .forEach((id, versions) ->
                            line("  " + id + " " + name(id) + "  " + versions.before() + " → " + versions.after()));
        }
        if (!diff.schemes().isEmpty()) {
            line("");
            line(words.say("diff.schemes"));
            diff.schemes()
                    .forEach((id, versions) ->
                            line("  " + id + "  " + shown(versions.before()) + " → " + shown(versions.after())));
        }
        if (diff.all() > 0) {
            metrics(diff.metrics());
            diff.moved().forEach(this::figure);
            if (diff.moved().size() < diff.all()) {
                line("");
                line(words.say("diff.more", diff.all() - diff.moved().size()));
            }
        }
        return text.toString().stripTrailing();
    }

    private void metrics(Map<String, DiffReleases.Counts> metrics) {
        line("");
        List<String> headers = List.of(
                words.say("diff.metric"),
                words.say("diff.name"),
                words.say("diff.other"),
                words.say("diff.added"),
                words.say("diff.gone"));
        List<List<String>> rows = metrics.entrySet().stream()
                .map(each -> List.of(
                        each.getKey(),
                        name(each.getKey()),
                        String.valueOf(each.getValue().moved()),
                        String.valueOf(each.getValue().added()),
                        String.valueOf(each.getValue().gone())))
                .toList();
        TextTable.of(headers, rows).lines().forEach(each -> line("  " + each));
    }

    private void figure(DiffReleases.MovedFigure figure) {
        line("");
        line(figure.words());
        if (figure.causes().contains(DiffReleases.Cause.INPUTS_ERASED)) {
            line("  " + words.say("diff.erased"));
        }
        if (!figure.steps().isEmpty()) {
            DiffReleases.Change value = figure.columns().get(VALUE);
            line("  value: " + shown(value == null ? null : value.before())
                    + figure.steps().stream()
                            .map(step -> "  → " + shown(step.value()) + words.say("diff.by", said(step.cause())))
                            .collect(Collectors.joining()));
        }
        String others = figure.columns().entrySet().stream()
                .filter(column -> figure.steps().isEmpty() || !column.getKey().equals(VALUE))
                .map(column -> column.getKey() + " " + shown(column.getValue().before()) + " → "
                        + shown(column.getValue().after()))
                .collect(Collectors.joining(words.say("explain.comma")));
        if (!others.isEmpty()) {
            line("  " + others);
        }
        line("  "
                + words.say(
                        "diff.why",
                        figure.causes().stream()
                                .map(this::said)
                                .collect(Collectors.joining(words.say("explain.comma")))));
        figure.submissions().stream()
                .limit(MOST_SUBMISSIONS)
                .forEach(each -> line("    " + each.submissionId() + "  "
                        + each.fileName() + "  "
                        + words.say("diff.rows", each.dataset(), each.rowsBefore(), each.rowsAfter())));
        if (figure.submissions().size() > MOST_SUBMISSIONS) {
            line("    " + words.say("explain.more", figure.submissions().size() - MOST_SUBMISSIONS));
        }
    }

    private String named(DiffReleases.Named release) {
        return words.say("diff.release", release.release(), release.asOf().toString());
    }

    private String name(String metricId) {
        Wording name = MetricCards.standard().of(metricId).name();
        return words.chinese() ? name.zh() : name.en();
    }

    private String said(DiffReleases.Cause cause) {
        return words.say("diff." + cause);
    }

    private static String shown(Object cell) {
        return Objects.toString(cell, "—");
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
