package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;

class SchemeVersionsTest {
    private static final String FINAL = """
            # 定稿
            scheme:
              id: s
              version: 1
              region: {adcode: "370305"}
              source: {status: final}
              subject: group
              years: {assessed: 2024}
              weight_source: bureau
              indicators:
                - {id: N, name: 甲, weight: 1, name_origin: named, metric_origin: direct, target_origin: seed, metric: TCH-01,
                   unit: group, direction: higher, normalisation: {method: target_ratio, target: 0.1}}
            """;

    @ParameterizedTest(name = "{0} -> {1}: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            target: 0.1    | target: 0.2                 | true  | another target
            name: 甲       | name: 乙                    | true  | another name
            status: final  | status: draft               | true  | what was final does not become a draft again
            # 定稿         | # 定稿，2024 年 9 月          | false | a comment says nothing
            {adcode: "370305"} | {  adcode: '370305' }   | false | nor do spaces and quotes
            version: 1     | version: 2                  | false | a new version
            """)
    void aFinalVersionNeverChanges(String written, String instead, boolean isRefused, String reason) {
        Map<String, String> before = SchemeVersions.conditions(List.of(scheme(FINAL)), Map.of("software", "x"));
        List<Scheme> now = List.of(scheme(FINAL.replace(written, instead)));

        if (isRefused) {
            assertThatThrownBy(() -> SchemeVersions.conditions(now, before))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Version 1 of scheme s is final")
                    .hasMessageContaining("make the change version 2");
        } else {
            assertThat(SchemeVersions.conditions(now, before))
                    .containsAllEntriesOf(Map.of("scheme:s:1", before.get("scheme:s:1")));
        }
    }

    @Test
    void itsTextIsKeptWhileALaterVersionIsAssessedBy() {
        Map<String, String> first = SchemeVersions.conditions(List.of(scheme(FINAL)), Map.of());
        Map<String, String> second =
                SchemeVersions.conditions(List.of(scheme(FINAL.replace("version: 1", "version: 2"))), first);
        Map<String, String> without = SchemeVersions.conditions(List.of(), second);

        assertThat(without).containsOnlyKeys("scheme:s:1", "scheme:s:2");
        assertThatThrownBy(() -> SchemeVersions.conditions(List.of(scheme(FINAL.replace("0.1", "0.3"))), without))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aDraftMayChangeAndTheComparisonOfReleasesSaysSo() {
        String draft = FINAL.replace("status: final", "status: draft");
        Map<String, String> before = SchemeVersions.conditions(List.of(scheme(draft)), Map.of());
        Map<String, String> after = SchemeVersions.conditions(List.of(scheme(draft.replace("0.1", "0.2"))), before);
        Map<String, String> next =
                SchemeVersions.conditions(List.of(scheme(draft.replace("version: 1", "version: 2"))), after);

        assertThat(SchemeVersions.changed(SchemeVersions.of(before), SchemeVersions.of(before)))
                .isEmpty();
        assertThat(SchemeVersions.changed(SchemeVersions.of(before), SchemeVersions.of(after)))
                .as("the same version, another text")
                .isEqualTo(Map.of("s", new DiffReleases.Change(1, 1)));
        assertThat(SchemeVersions.changed(SchemeVersions.of(after), SchemeVersions.of(next)))
                .isEqualTo(Map.of("s", new DiffReleases.Change(1, 2)));
        assertThat(SchemeVersions.changed(Map.of(), SchemeVersions.of(next)))
                .isEqualTo(Map.of("s", new DiffReleases.Change(null, 2)));
    }

    private static Scheme scheme(String text) {
        return Schemes.read("s.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
