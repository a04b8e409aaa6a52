package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.store.LakeQuery;

/**
 * Each region but 临淄, whose county is the one of KnownGapsJourneyTest, from its rebuilt files to a release and a signed report: no row
 * is rejected, what its bureau has published is what the files give or is named as a contradiction of the source, and every rule comes to
 * a result that the files bear out.
 */
class RegionJourneyTest {
    /**
     * @param code its district
     * @param scheme how it assesses
     * @param neverMet rules that no subject of the files passes: what they ask for is not there, or not over
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            xiajin         | 371427 | xiajin-draft         | -
            laizhou        | 370683 | laizhou-draft        | -
            linxian        | 141124 | linxian-draft        | -
            hantai         | 610702 | hantai-draft         | -
            pingdingshan   | 410400 | pingdingshan-draft   | -
            qingdao        | 370200 | qingdao-draft        | -
            linyi          | 371300 | linyi-draft          | -
            jinan-shizhong | 370103 | jinan-shizhong-draft | -
            """)
    void fromFilesToASignedReport(String region, String code, String scheme, String neverMet) {
        Desk desk = Desk.empty("");
        Path inbox = desk.workspace().inbox();
        assertThat(Answer.to("synth", inbox.toString(), "--region", region).exit())
                .isZero();

        Answer handedIn = desk.ingest("zh", inbox);
        assertThat(handedIn.exit()).as(handedIn.said()).isZero();
        Answer built = desk.run("build");
        assertThat(built.exit()).as(built.said()).isZero();

        try (LakeQuery lake = desk.lake()) {
            assertThat(lake.tables()).as("a row was rejected").doesNotContain("rejected_row");
            RegionFindings.publishedFiguresAreWhatTheFilesGive(lake, code);
            RegionFindings.everyRuleIsBorneOut(lake, code, words(neverMet));
            RegionFindings.everyScoreSaysWhatItAssumes(lake, scheme);
        }
        RegionFindings.publishedFiguresStandInAReleaseAndItsReport(desk, code);
    }

    private static Set<String> words(String words) {
        return words == null ? Set.of() : new TreeSet<>(Arrays.asList(words.split(" ")));
    }
}
