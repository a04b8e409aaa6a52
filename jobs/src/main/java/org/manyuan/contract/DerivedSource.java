package org.manyuan.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What mappings do to a cell before it is checked. These make objects: foreign files come once. */
final class DerivedSource {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DerivedSource() {}

    /** Words that mean an empty cell (SUPP, NE). */
    record NullMarkers(CellSource inner, Set<String> markers) implements CellSource {
        @Override
        public void load(Fields fields, Slice into) {
            inner.load(fields, into);
            if (!into.isEmpty() && markers.contains(into.text())) {
                into.clear();
            }
        }

        @Override
        public String header() {
            return inner.header();
        }

        @Override
        public List<Field> fields() {
            return inner.fields();
        }
    }

    /** The characters from one position up to another, from 0, the end excluded; empty where the cell is too short. */
    record Substring(CellSource inner, int from, int to) implements CellSource {
        @Override
        public void load(Fields fields, Slice into) {
            inner.load(fields, into);
            String text = into.text();
            int length = text.codePointCount(0, text.length());
            if (length < to) {
                into.clear();
            } else {
                into.rewrite(text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)));
                into.trim();
            }
        }

        @Override
        public String header() {
            return inner.header();
        }

        @Override
        public List<Field> fields() {
            return inner.fields();
        }
    }

    /** Values that mean others; what is not listed stays. */
    record ValueMap(CellSource inner, Map<String, String> values) implements CellSource {
        @Override
        public void load(Fields fields, Slice into) {
            inner.load(fields, into);
            String meant = into.isEmpty() ? null : values.get(into.text());
            if (meant != null) {
                into.rewrite(meant);
            }
        }

        @Override
        public String header() {
            return inner.header();
        }

        @Override
        public List<Field> fields() {
            return inner.fields();
        }
    }

    /** A day in the file's own format, rewritten as yyyy-MM-dd; anything else stays and meets the usual check. */
    record DayOf(CellSource inner, Format format) implements CellSource {
        @Override
        public void load(Fields fields, Slice into) {
            inner.load(fields, into);
            int day = format.compiled().read(into);
            if (day != DayPattern.NO_DAY) {
                into.rewrite(LocalDate.ofEpochDay(day).toString());
            }
        }

        @Override
        public String header() {
            return inner.header();
        }

        @Override
        public List<Field> fields() {
            return inner.fields();
        }
    }

    /** A day format that travels as its text. */
    static final class Format implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String pattern;
        private transient DayPattern compiled;

        Format(String pattern) {
            this.pattern = pattern;
            this.compiled = new DayPattern(pattern);
        }

        DayPattern compiled() {
            if (compiled == null) {
                compiled = new DayPattern(pattern);
            }
            return compiled;
        }
    }

    /**
     * A count out of a share of a named base, rounded half up. A share written with a percent sign is in percent, whatever the mapping
     * says. Empty where either is empty; a share that is no number stays as it is, so that the count's check rejects it.
     */
    record ShareOf(CellSource share, CellSource base, boolean percent) implements CellSource {
        @Override
        public void load(Fields fields, Slice into) {
            base.load(fields, into);
            String whole = into.text();
            share.load(fields, into);
            if (into.isEmpty() || whole.isEmpty()) {
                into.clear();
                return;
            }
            NumberText shareNumber = new NumberText();
            NumberText baseNumber = new NumberText();
            boolean isSigned = into.at(into.length - 1) == '%';
            into.length -= isSigned ? 1 : 0;
            boolean isShare = shareNumber.read(into);
            into.length += isSigned ? 1 : 0;
            Slice wholeSlice = new Slice();
            wholeSlice.rewrite(whole);
            if (isShare && baseNumber.read(wholeSlice)) {
                BigDecimal count = number(shareNumber).multiply(number(baseNumber));
                BigDecimal scaled = percent || isSigned ? count.divide(HUNDRED) : count;
                into.rewrite(scaled.setScale(0, RoundingMode.HALF_UP).toPlainString());
            }
        }

        private static BigDecimal number(NumberText text) {
            return BigDecimal.valueOf(text.digits, text.decimals);
        }

        @Override
        public String header() {
            return share.header();
        }

        @Override
        public List<Field> fields() {
            return share.fields();
        }
    }
}
