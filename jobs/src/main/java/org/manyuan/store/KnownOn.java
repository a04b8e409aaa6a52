package org.manyuan.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A moment of which somebody asks what was known.
 *
 * @param until what came before this instant was known
 */
public record KnownOn(Instant until) {
    /** Everything that has come by now. */
    static final KnownOn NOW = new KnownOn(Instant.parse("9999-12-31T00:00:00Z"));

    /**
     * Reads {@code 2024-10-01} (the end of that day), {@code 2024-10-01T12:00} or an instant with its offset.
     *
     * @param zone of a day or a time that names none
     * @return empty where it is none of these
     */
    public static Optional<KnownOn> of(String text, ZoneId zone) {
        try {
            return Optional.of(new KnownOn(
                    LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant()));
        } catch (DateTimeException noDay) {
            return at(text, zone).map(instant -> new KnownOn(instant.plus(1, ChronoUnit.MICROS)));
        }
    }

    private static Optional<Instant> at(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }
    }
}
