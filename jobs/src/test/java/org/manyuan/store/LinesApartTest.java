package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.References;

/** The key of these sheets is exam and student; {@link SmallBinding} says how a line becomes rows. */
class LinesApartTest {
    static final String CONTENT = """
            exam,student,class,score,mean,day,boards
            E1,1001,3,80,,,
            E1,1002,3,81,,,
            E1,1003,3,A+,,,
            E1,1001,3,80,,,
            E2,1001,3,80,,,
            E1,1004,3,82,,,
            E1,1002,3,99,,,
            """;

    static final Set<Long> SAID_AGAIN = Set.of(2L, 3L, 5L, 8L);

    final StoreFixture fixture = StoreFixture.started();

    @TempDir
    Path folder;

    FileKey key;

    @BeforeEach
    void writeKey() throws IOException {
        fixture.empty();
        key = new FileKey(
                Files.writeString(folder.resolve("key"), SourceReadTest.SECRET).toString());
    }

    @ParameterizedTest(name = "splits of {0} bytes")
    @CsvSource({"1", "40", "1000000"})
    void whatIsRejectedOrSaidAgainStandsApartWhateverTheSplit(long splitBytes) throws IOException {
        try (SourceRead read = read(new MixedKeyHash(7), part(CONTENT, splitBytes))) {
            assertThat(lines(read.apart())).isEqualTo(Set.of(2L, 3L, 4L, 5L, 8L));
            assertThat(lines(read.plain())).isEqualTo(Set.of(6L, 7L));
            assertThat(read.plainRows()).containsExactly(2L);
            assertThat(read.counts().get(0).rows()).isEqualTo(7);
            assertThat(read.counts().get(0).rejected()).isEqualTo(1);
        }
    }

    @Test
    void aHashThatTellsNothingApartMissesNothing() throws IOException {
        try (SourceRead read = read((batch, submission, columns, row) -> 1, part(CONTENT, 40))) {
            assertThat(lines(read.apart())).hasSize(7);
            assertThat(lines(read.plain())).isEmpty();
        }
    }

    @Test
    void aHashThatMixesSomeKeysUpOnlySetsMoreApart() throws IOException {
        KeyHash last = new MixedKeyHash(7);
        KeyHash weak = (batch, submission, columns, row) -> last.of(batch, submission, columns, row) & 1;
        try (SourceRead read = read(weak, part(CONTENT, 40))) {
            assertThat(lines(read.apart())).containsAll(SAID_AGAIN).contains(4L);
        }
    }

    @Test
    void theSameKeyInTwoSubmissionsIsNotSaidAgain() throws IOException {
        String sheet = "h\nE1,1,1,50,,,\nE1,2,1,50,,,\n";
        try (SourceRead read =
                read(new MixedKeyHash(7), part("a.csv", sheet, 1, "S1"), part("b.csv", sheet, 1, "S2"))) {
            assertThat(read.hasApart()).isFalse();
            assertThat(read.plain().count()).isEqualTo(4);
            assertThat(read.plainRows()).containsExactly(2L, 2L);
        }
    }

    @Test
    void theSameKeyInTwoTextsOfOneSubmissionIsSaidAgain() throws IOException {
        String sheet = "h\nE1,1,1,50,,,\nE1,%s,1,50,,,\n";
        try (SourceRead read = read(
                new MixedKeyHash(7),
                part("a.csv", sheet.formatted("2"), 1, "S1"),
                part("b.csv", sheet.formatted("3"), 1, "S1"))) {
            assertThat(lines(read.apart())).isEqualTo(Set.of(2L));
            assertThat(read.apart().count()).isEqualTo(2);
        }
    }

    private SourceRead read(KeyHash hash, SourcePart... parts) {
        return new SourceRead(
                fixture.spark(), List.of(parts), References.builder("cn").build(), key, hash);
    }

    private SourcePart part(String content, long splitBytes) throws IOException {
        return part("score.csv", content, splitBytes, "S1");
    }

    private SourcePart part(String name, String content, long splitBytes, String submission) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        SourceText text = SourceFile.recognise(file, folder, null, ',', splitBytes)
                .texts()
                .get(0);
        return new SourcePart(text, text.header().line(), new SmallBinding(false), submission, 7, "370305");
    }

    private static Set<Long> lines(Dataset<Row> rows) {
        Set<Long> lines = new TreeSet<>();
        rows.select("source_line").collectAsList().forEach(row -> lines.add(row.getLong(0)));
        return lines;
    }
}
