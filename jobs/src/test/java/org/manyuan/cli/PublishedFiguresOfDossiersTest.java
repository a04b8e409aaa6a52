package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.PublishedFigure;
import org.manyuan.contract.PublishedFigures;
import org.manyuan.domain.PublishedCheck;
import org.manyuan.policy.FigureChecks;
import org.manyuan.synthesis.CountyFile;
import org.manyuan.synthesis.CountyPlan;
import org.manyuan.synthesis.Reconstruction;
import org.manyuan.synthesis.SyntheticCounty;

/** Every figure of the nine dossiers is computed and handed in, with its value, its bound and what agrees with it, and no other is. */
class PublishedFiguresOfDossiersTest {
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void eachFigureOfADossierIsComputedOrRecordedAndNoOther() {
        Map<String, PublishedFigure> known = byId();

        assertThat(known.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        DossierFigure.all().stream().map(DossierFigure::id).toList());
        for (DossierFigure figure : DossierFigure.all()) {
            PublishedFigure entry = known.get(figure.id());
            assertThat(entry.region()).as(figure.id()).isEqualTo(figure.region());
            assertThat(entry.shape() == null)
                    .as(figure.id())
                    .isEqualTo(figure.result().equals("RECORDED"));
            assertThat(entry.inconsistent().isEmpty())
                    .as(figure.id())
                    .isEqualTo(!figure.result().equals("INCONSISTENT_SOURCE"));
        }
    }

    @Test
    void asMuchMayLieBetweenAFigureAndTheFilesAsItsDossierSays() {
        Map<String, PublishedFigure> known = byId();
        for (DossierFigure figure : DossierFigure.all()) {
            if (figure.result().equals("RECORDED")) {
                continue;
            }
            PublishedCheck check =
                    FigureChecks.of(known.get(figure.id()), row(figure), Map.of(), false, LocalDate.of(2025, 12, 31));

            assertNear(figure, check.lowest(), figure.lowest());
            assertNear(figure, check.highest(), figure.highest());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            qingdao, 370200
            linyi, 371300
            jinan-shizhong, 370103
            laizhou, 370683
            xiajin, 371427
            linxian, 141124
            linzi, 370305
            hantai, 610702
            pingdingshan, 410400
            """)
    void theFilesOfARegionHandInWhatItsBureauHasSaid(String region, String code) {
        Map<String, String> expected = new TreeMap<>();
        DossierFigure.of(code).forEach(figure -> expected.put(figure.id(), figure.value() + " " + figure.bound()));
        Map<String, String> found = new TreeMap<>();
        for (Map<String, String> row : handedIn(region)) {
            String bound = row.getOrDefault("bound", "");
            found.put(
                    row.get("figure_id"),
                    Double.parseDouble(row.get("value")) + " " + (bound.isEmpty() ? "exact" : bound));
            assertThat(row.get("quote")).as(row.get("figure_id")).isNotBlank();
        }

        assertThat(found).isEqualTo(expected);
    }

    /** Second readings and what is ours stand in the row that people see. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            F-QD1a | 83
            F-HT1b-2 | 30
            F-HT3-2 | 317.76%
            F-HT3-4 | 48.89%
            F-PDS3a | 3 倍
            F-PDS3b | 17.6%
            F-LZ3g | 人次
            F-SZ1b-3 | 67 或 68
            F-LY2b | 未公布
            """)
    void aSecondReadingIsTold(String id, String words) {
        DossierFigure figure = DossierFigure.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();

        PublishedCheck check =
                FigureChecks.of(byId().get(id), row(figure), Map.of(), false, LocalDate.of(2025, 12, 31));

        assertThat(check.contradictionZh()).startsWith("说明：").contains(words);
        assertThat(check.contradictionEn()).startsWith("Note: ");
    }

    private static void assertNear(DossierFigure figure, Double found, Double expected) {
        if (expected == null) {
            assertThat(found).as(figure.toString()).isNull();
        } else {
            assertThat(found).as(figure.toString()).isNotNull().isCloseTo(expected, ROUNDING);
        }
    }

    private static Map<String, PublishedFigure> byId() {
        Map<String, PublishedFigure> known = new LinkedHashMap<>();
        PublishedFigures.all().forEach(figure -> known.put(figure.id(), figure));
        return known;
    }

    private static Map<String, Object> row(DossierFigure figure) {
        Map<String, Object> row = new HashMap<>();
        row.put("figure_id", figure.id());
        row.put("district_code", figure.region());
        row.put("value", figure.value());
        row.put("bound", figure.bound());
        row.put("origin", "reported");
        return row;
    }

    private static List<Map<String, String>> handedIn(String region) {
        List<CountyFile> files = Reconstruction.isOne(region)
                ? Reconstruction.of(region, OptionalLong.empty()).files()
                : linzi(CountyPlan.of(region));
        return files.stream()
                .filter(file -> file.header().contains("figure_id"))
                .flatMap(file -> file.rows().get().stream().map(cells -> {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < cells.size(); i++) {
                        row.put(file.header().get(i), cells.get(i));
                    }
                    return row;
                }))
                .toList();
    }

    private static List<CountyFile> linzi(CountyPlan plan) {
        return SyntheticCounty.of(plan, plan.seed()).files();
    }
}
