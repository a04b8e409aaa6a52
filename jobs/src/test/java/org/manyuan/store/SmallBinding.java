package org.manyuan.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.manyuan.contract.Binding;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Fields;
import org.manyuan.contract.Pseudonym;
import org.manyuan.contract.References;
import org.manyuan.contract.RowReader;
import org.manyuan.contract.RowSink;

/**
 * Reads exam_code, student_id, class_no, score, mean, held_on, boards in this order. A score that is no number rejects its row, the
 * exam {@code filtered} is left out, a score of 999 makes two rows.
 */
record SmallBinding(boolean hasRoot) implements Binding {
    @Override
    public Contract contract() {
        return SmallContract.SCORES;
    }

    @Override
    public boolean distinct() {
        return false;
    }

    @Override
    public int precedence() {
        return 3;
    }

    @Override
    public LocalDate sourceOn() {
        return hasRoot ? LocalDate.of(2019, 6, 1) : null;
    }

    @Override
    public RowReader open(References references, Pseudonym pseudonym) {
        return new Reader(pseudonym, hasRoot);
    }

    private static final class Reader implements RowReader {
        private final Pseudonym pseudonym;
        private final boolean hasRoot;
        private final byte[] key = new byte[Pseudonym.KEY_LENGTH];
        private long filtered;

        Reader(Pseudonym pseudonym, boolean hasRoot) {
            this.pseudonym = pseudonym;
            this.hasRoot = hasRoot;
        }

        @Override
        public void read(Fields fields, RowSink sink) {
            String exam = cell(fields, 0);
            if (exam.equals("filtered")) {
                filtered++;
                return;
            }
            String score = cell(fields, 3);
            int times = score.equals("999") ? 2 : 1;
            for (int i = 0; i < times; i++) {
                row(fields, sink, exam, score);
            }
        }

        private void row(Fields fields, RowSink sink, String exam, String score) {
            text(sink, 0, exam);
            pseudonym.key("student", fields.buffer, fields.starts[1], fields.lengths[1], key);
            sink.text(1, key, 0, key.length);
            String reasons = null;
            if (!cell(fields, 2).isEmpty()) {
                sink.whole(2, Long.parseLong(cell(fields, 2)));
            }
            if (score.matches("[0-9.]+")) {
                sink.decimal(
                        3, new BigDecimal(score).setScale(3).unscaledValue().longValueExact());
            } else if (!score.isEmpty()) {
                reasons = "TYPE:score;REQUIRED:mean";
            }
            if (!cell(fields, 4).isEmpty()) {
                sink.number(4, Double.parseDouble(cell(fields, 4)));
            }
            if (!cell(fields, 5).isEmpty()) {
                sink.day(5, (int) LocalDate.parse(cell(fields, 5)).toEpochDay());
            }
            if (!cell(fields, 6).isEmpty()) {
                sink.flag(6, cell(fields, 6).equals("yes"));
            }
            sink.end(fields.line, reasons);
        }

        @Override
        public void rootRows(RowSink sink) {
            if (hasRoot) {
                text(sink, 0, "root");
                text(sink, 7, "synthetic");
                sink.end(0, null);
            }
        }

        @Override
        public long filtered() {
            return filtered;
        }

        private static void text(RowSink sink, int column, String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            sink.text(column, utf8, 0, utf8.length);
        }

        private static String cell(Fields fields, int i) {
            return i >= fields.count
                    ? ""
                    : new String(fields.buffer, fields.starts[i], fields.lengths[i], StandardCharsets.UTF_8).strip();
        }
    }
}
