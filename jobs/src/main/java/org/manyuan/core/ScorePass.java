package org.manyuan.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The one pass over scores, as one partition sees it: rows as they lie in memory (exam_code, subject, school_code, score, level,
 * status, origin). Rows of one key mostly follow one another, so the key's bytes are first compared with those of the row before.
 */
final class ScorePass implements FlatMapFunction<Iterator<InternalRow>, ScorePart> {
    private static final long serialVersionUID = 1;
    private static final int KEYS = 3;
    private static final int EXAM = 0;
    private static final int SUBJECT = 1;
    private static final int SCHOOL = 2;
    private static final int SCORE = 3;
    private static final int LEVEL = 4;
    private static final int STATUS = 5;
    private static final int ORIGIN = 6;

    private final int precision;
    private final int scale;

    /** The decimal type of the stored scores. */
    ScorePass(int precision, int scale) {
        this.precision = precision;
        this.scale = scale;
    }

    @Override
    public Iterator<ScorePart> call(Iterator<InternalRow> rows) {
        Tallies tallies = new Tallies();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (!row.isNullAt(SCHOOL)) {
                count(row, tallies.of(row));
            }
        }
        return tallies.parts();
    }

    private void count(InternalRow row, ScoreTally tally) {
        if (!row.isNullAt(ORIGIN) && is(row.getUTF8String(ORIGIN), 's')) {
            tally.synthetic();
        }
        UTF8String status = row.isNullAt(STATUS) ? null : row.getUTF8String(STATUS);
        if (is(status, 'a')) {
            tally.absent();
        } else if (is(status, 'e')) {
            tally.exempt();
        } else if (is(status, 'i')) {
            tally.invalid();
        } else if (!row.isNullAt(SCORE)) {
            tally.score(row.getDecimal(SCORE, precision, scale).toUnscaledLong());
        } else if (!row.isNullAt(LEVEL) && row.getUTF8String(LEVEL).numBytes() == 1) {
            tally.level((char) row.getUTF8String(LEVEL).getByte(0));
        }
    }

    /** The contract's code lists differ in their first letters: present, absent, exempt, invalid; reported, synthetic. */
    private static boolean is(UTF8String code, char first) {
        return code != null && code.numBytes() > 0 && code.getByte(0) == first;
    }

    /** The tallies of a partition by key; keys are copied, because Spark uses a row's memory again for the next. */
    private static final class Tallies {
        /** More words than any exam has subjects: they are no dictionary's. */
        private static final int MOST_SUBJECTS = 256;

        private final Map<UTF8String, ScoreTally> byKey = new HashMap<>();
        private final UTF8String[] parts = new UTF8String[KEYS];
        private final Map<UTF8String, ScoreTally> bySubject = new IdentityHashMap<>();
        private UTF8String exam;
        private UTF8String school;
        private byte[] buffer = new byte[256];
        private byte[] last = new byte[0];
        private ScoreTally lastTally;

        /**
         * The tally of a row's key. Words of a dictionary are the same objects again and again, so a pupil's subjects are told apart
         * without a look at their letters; words in a row's own memory are others each time.
         */
        ScoreTally of(InternalRow row) {
            parts[EXAM] = row.getUTF8String(EXAM);
            parts[SUBJECT] = row.getUTF8String(SUBJECT);
            parts[SCHOOL] = row.getUTF8String(SCHOOL);
            if (parts[EXAM] == exam && parts[SCHOOL] == school && bySubject.size() < MOST_SUBJECTS) {
                return bySubject.computeIfAbsent(parts[SUBJECT], any -> ofKey());
            }
            exam = parts[EXAM];
            school = parts[SCHOOL];
            if (!bySubject.isEmpty()) {
                bySubject.clear();
            }
            return ofKey();
        }

        private ScoreTally ofKey() {
            int length = 0;
            for (UTF8String part : parts) {
                int end = length + part.numBytes();
                if (end + 1 > buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * (end + 1));
                }
                part.writeToMemory(buffer, Platform.BYTE_ARRAY_OFFSET + length);
                buffer[end] = 0;
                length = end + 1;
            }
            if (lastTally == null || !Arrays.equals(buffer, 0, length, last, 0, last.length)) {
                last = Arrays.copyOf(buffer, length);
                lastTally = byKey.computeIfAbsent(UTF8String.fromBytes(last), any -> new ScoreTally());
            }
            return lastTally;
        }

        Iterator<ScorePart> parts() {
            List<ScorePart> parts = new ArrayList<>(byKey.size());
            byKey.forEach((key, tally) -> {
                String[] words = key.toString().split("\0", -1);
                parts.add(tally.part(words[0], words[1], words[2]));
            });
            return parts.iterator();
        }
    }
}
