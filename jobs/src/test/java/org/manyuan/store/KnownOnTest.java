package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownOnTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        // asked, the last instant that was known, the first that was not
        "2024-10-01, 2024-10-01T15:59:59.999999Z, 2024-10-01T16:00:00Z",
        "2024-10-01T12:00, 2024-10-01T04:00:00Z, 2024-10-01T04:00:00.000001Z",
        "2024-10-01T12:00:30Z, 2024-10-01T12:00:30Z, 2024-10-01T12:00:30.000001Z",
        "2024-10-01T12:00:30+08:00, 2024-10-01T04:00:30Z, 2024-10-01T04:00:30.000001Z"
    })
    void aDayIsKnownToItsEndAndAnInstantIncludesItself(String asked, Instant known, Instant unknown) {
        KnownOn on = KnownOn.of(asked, CHINA).orElseThrow();

        assertThat(known).isBefore(on.until());
        assertThat(unknown).isAfterOrEqualTo(on.until());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024", "2024-13-01", "01.10.2024", "yesterday"})
    void whatIsNoMomentIsNone(String asked) {
        assertThat(KnownOn.of(asked, CHINA)).isEmpty();
    }

    @Test
    void nowIsAfterEverything() {
        assertThat(KnownOn.NOW.until()).isAfter(Instant.now());
    }
}
