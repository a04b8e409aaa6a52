package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesizeCountyTest {
    @TempDir
    Path folder;

    @Test
    void aReconstructionIsWrittenUnderItsDistrictAndPlantsNothing() throws IOException {
        SynthesizeCounty.Written written = SynthesizeCounty.in(folder, "xiajin", OptionalLong.empty());

        assertThat(written.hasFaults()).isFalse();
        assertThat(written.seed()).isEqualTo(371427);
        assertThat(written.files())
                .hasSize(10)
                .contains(folder.resolve("371427/published_figure.csv"))
                .allMatch(Files::exists);
        assertThat(folder.resolve("planted.yaml")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("371427/term_calendar.csv")))
                .containsExactly(
                        "district_code,school_year,term,from_on,to_on,origin",
                        "371427,2020,1,2020-09-01,2021-01-11,synthetic",
                        "371427,2020,2,2021-03-01,2021-07-11,synthetic");
    }

    @Test
    void anotherSeedMakesOtherRowsOfTheSameKind() throws IOException {
        SynthesizeCounty.in(folder.resolve("a"), "xiajin", OptionalLong.of(1));
        SynthesizeCounty.in(folder.resolve("b"), "xiajin", OptionalLong.of(2));
        Path file = Path.of("371427/group_activity.csv");
        assertThat(Files.readAllLines(folder.resolve("a").resolve(file)))
                .hasSameSizeAs(Files.readAllLines(folder.resolve("b").resolve(file)))
                .isNotEqualTo(Files.readAllLines(folder.resolve("b").resolve(file)));
    }

    @Test
    void aRegionThatIsNotThereIsTold() {
        assertThatThrownBy(() -> SynthesizeCounty.in(folder, "nowhere", OptionalLong.empty()))
                .hasMessageContaining("nowhere");
    }
}
