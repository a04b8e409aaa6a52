package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.config.Settings;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.Exam;
import org.manyuan.domain.Stage;
import org.manyuan.metric.BuildTerms;

class FigureTermsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 8, 31);

    @TempDir
    Path folder;

    @Test
    void theDefaultsOfSettingsAndOfMetricsAreTheSame() {
        assertThat(FigureTerms.of(Settings.defaults(), DAY, List.of()).asking(List.of()))
                .isEqualTo(BuildTerms.of(DAY));
    }

    @Test
    void whatABureauSetReachesTheMetrics() throws IOException {
        Settings settings =
                read("exchange: {kinds: [挂职], terms: 2, term_days: 100, rotation_years: 8, novice_years: 3}");
        assertThat(FigureTerms.of(settings, DAY, List.of()).asking(List.of()))
                .isEqualTo(BuildTerms.of(DAY, 2, 100, Set.of("挂职"), 8, 3));
    }

    @Test
    void whatSchemesCountAloneReachesTheMetricsWithTheEarlierPapersOfTheirChoice() {
        List<BuildTerms.Asked> asked = FigureTerms.asked(
                Schemes.all(),
                List.of(
                        exam("J8", "final", Stage.J, "8"),
                        exam("M8", "mock", Stage.J, "8"),
                        exam("P8", "final", Stage.P, "8")));

        assertThat(asked).doesNotHaveDuplicates();
        assertThat(asked)
                .filteredOn(one -> one.region().equals("370305"))
                .extracting(one -> one.filter().metricId())
                .containsExactlyInAnyOrder("GOV-04", "GOV-06", "TCH-07", "EXM-06", "EXM-06");
        assertThat(asked)
                .filteredOn(one -> one.filter().part().equals("prior=grade:8+kind:final+stage:J"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.priors()).containsExactly("J8"));
        assertThat(asked)
                .filteredOn(one -> one.filter().metricId().equals("TCH-07"))
                .allSatisfy(one -> assertThat(one.priors()).isEmpty());
    }

    private static Exam exam(String code, String kind, Stage stage, String grade) {
        return new Exam(code, "370305", code, 2022, 2, kind, stage, grade, LocalDate.of(2023, 6, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "territory_level: county",
                "derive_lead: earliest_joined",
                "exchange: {kinds: [挂职]}",
                "exchange: {terms: 2}",
                "exchange: {term_days: 100}",
                "exchange: {rotation_years: 8}",
                "exchange: {novice_years: 3}"
            })
    void aChangedSettingHasEveryFigureComputedAgain(String changed) throws IOException {
        assertThat(BuildNeed.settings(read(changed))).isNotEqualTo(BuildNeed.settings(Settings.defaults()));
    }

    private Settings read(String yaml) throws IOException {
        return Settings.read(Files.writeString(folder.resolve("manyuan.yaml"), yaml));
    }
}
