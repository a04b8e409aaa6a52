package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes stand in a file, a row is accepted or rejected with a reason; nothing is thrown. */
class RandomBytesTest {
    private static final byte[][] SEEDS = bytes(
            "2024-2025学年",
            "87.5",
            "-",
            "1e999",
            "3.2E+17",
            "缺考",
            "２０２４",
            "2024-02-30",
            "3137000001",
            "一中",
            "\u3000",
            "\uFEFF",
            "总分",
            "A",
            "",
            "99999999999999999999999",
            "是",
            "2024-09-01T00:00",
            "K1",
            "math",
            "Q",
            "E1",
            "9一");

    private static byte[][] bytes(String... words) {
        byte[][] all = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            all[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return all;
    }

    @Test
    void neverThrowAndAlwaysEndARow() {
        References known = References.builder("cn")
                .district("370305", null)
                .school("3137000001", "370305", null, "一中", "甲;乙")
                .exam("E1", "370305")
                .paper("E1", "math", new BigDecimal("120"), new BigDecimal("0.5"))
                .build();
        Random random = new Random(20241);
        for (Contract contract : Contracts.all()) {
            List<String> header = contract.columns().stream().map(Column::name).toList();
            Match match = HeaderMatch.bind(
                    Contracts.all(), new Header(header, 1), new SourceName(contract.dataset() + ".csv", null));
            assertThat(match.problems()).isEmpty();
            RowReader reader = match.binding().open(known, Rows.FAKE_KEY);
            Rows rows = new Rows(contract);
            int notBlank = 0;
            for (int line = 2; line < 2000; line++) {
                Fields fields = line(random, header.size());
                fields.line = line;
                int before = rows.all.size();
                reader.read(fields, rows);
                notBlank += rows.all.size() - before;
                assertThat(rows.all.size() - before).isBetween(0, 1);
            }
            assertThat(notBlank).isGreaterThan(1500);
            assertThat(rows.all).filteredOn(row -> row.rejects() != null).allMatch(row -> !row.rejects()
                    .isBlank());
            assertThat(rows.all).filteredOn(row -> row.rejects() != null).allMatch(row -> row.cells()
                    .isEmpty());
        }
    }

    private static Fields line(Random random, int columns) {
        Fields fields = new Fields();
        fields.buffer = new byte[40 * (columns + 3)];
        random.nextBytes(fields.buffer);
        int at = 0;
        int cells = columns + random.nextInt(4) - 1;
        for (int i = 0; i < cells; i++) {
            int length = random.nextInt(12);
            if (random.nextInt(3) > 0) {
                byte[] seed = SEEDS[random.nextInt(SEEDS.length)];
                length = Math.max(0, seed.length - random.nextInt(6) / 5);
                System.arraycopy(seed, 0, fields.buffer, at, length);
            }
            fields.add(at, length);
            at += length;
        }
        return fields;
    }

    @Test
    void neverThrowInAHeader() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            List<String> cells = TextLines.cells(new String(noise, StandardCharsets.UTF_8), ',');
            Match match = HeaderMatch.bind(Contracts.all(), new Header(cells, 1), new SourceName("x.csv", null));
            assertThat(match.binding()).isNull();
            assertThat(match.problems()).isNotEmpty();
        }
    }
}
