package org.manyuan.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LargeSittingTest {
    @Test
    void shufflingChangesTheOrderAndNothingElse() throws IOException {
        List<String> inOrder = lines(new LargeSitting(9_000, false));
        List<String> shuffled = lines(new LargeSitting(9_000, true));
        assertThat(shuffled).isNotEqualTo(inOrder).hasSize(9_001);

        Collections.sort(inOrder);
        Collections.sort(shuffled);
        assertThat(shuffled).isEqualTo(inOrder);
    }

    @Test
    void aPupilsRowsFollowEachOtherOnlyInOrder() throws IOException {
        assertThat(pupil(lines(new LargeSitting(9_000, false)).get(1)))
                .isEqualTo(pupil(lines(new LargeSitting(9_000, false)).get(2)));
        assertThat(pupil(lines(new LargeSitting(9_000, true)).get(1)))
                .isNotEqualTo(pupil(lines(new LargeSitting(9_000, true)).get(2)));
    }

    @Test
    void whatIsExpectedAddsUpToTheRowsAndIsInTheSheet() throws IOException {
        LargeSitting sheet = new LargeSitting(9_000, false);
        LargeSitting.Expected expected = sheet.expected();

        assertThat(expected.accepted()
                        + expected.duplicates()
                        + expected.conflicts()
                        + expected.rejected().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .isEqualTo(9_000);
        assertThat(expected.rejected()).hasSize(20).allSatisfy((reason, times) -> assertThat(times)
                .isBetween(4L, 6L));
        Map<String, Integer> said = new HashMap<>();
        lines(sheet).forEach(line -> said.merge(line, 1, Integer::sum));
        assertThat(said.values().stream().filter(times -> times == 2).count()).isEqualTo(expected.duplicates());
    }

    @Test
    void aSheetTooShortForEveryFaultIsRefused() {
        assertThatThrownBy(() -> new LargeSitting(3_999, false)).hasMessageContaining("at least 4000 rows");
    }

    private static String pupil(String line) {
        return line.split(",")[2];
    }

    private static List<String> lines(LargeSitting sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheet.write(out);
        return new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
