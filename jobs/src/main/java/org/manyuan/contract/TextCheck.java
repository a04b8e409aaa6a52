package org.manyuan.contract;

import java.util.regex.Pattern;

/** Text: code list with aliases, pattern, length. Codes may be typed in full-width characters. */
final class TextCheck implements CellCheck {
    private static final int MOST_REMEMBERED = 8192;

    private final CodeList codes;
    private final boolean open;
    private final Pattern pattern;
    private final int maxLength;
    private final boolean isCode;
    private ByteIndex fitting = new ByteIndex();

    TextCheck(Column column, String codeSystem, boolean isKey) {
        boolean ruled = column.codeSystem() == null || column.codeSystem().equals(codeSystem);
        codes = column.codes() == null ? null : new CodeList(column.codes());
        open = column.codes() != null && (column.codes().open() || !ruled);
        pattern = column.pattern() == null || !ruled ? null : Pattern.compile(column.pattern());
        maxLength = column.maxLength();
        isCode = isKey || column.codes() != null || column.pattern() != null || column.reference() != null;
    }

    @Override
    public void check(Cell cell) {
        Slice in = cell.slice;
        if (isCode) {
            in.fold();
            in.trim();
        }
        cell.filled = !in.isEmpty();
        if (!cell.filled) {
            return;
        }
        if (codes != null) {
            byte[] code = codes.find(in);
            if (code != null) {
                in.set(code);
                return;
            }
            if (!open) {
                cell.problem = ProblemCode.CODE;
                return;
            }
        }
        if (pattern != null && isKnownToFit(in)) {
            return;
        }
        cell.problem = isCode && RoundedNumber.isForCode(in) ? ProblemCode.ROUNDED_NUMBER : SuspectText.in(in);
        if (cell.problem != null) {
            // nothing that could be looked up
            cell.filled = false;
            return;
        }
        if (in.length > maxLength && in.characters() > maxLength) {
            cell.problem = ProblemCode.LENGTH;
        } else if (pattern != null && !fits(in)) {
            cell.problem = ProblemCode.PATTERN;
        }
    }

    private boolean isKnownToFit(Slice in) {
        return fitting.find(in.buffer, in.from, in.length) >= 0;
    }

    private boolean fits(Slice in) {
        String text = in.text();
        if (!pattern.matcher(text).matches()) {
            return false;
        }
        if (fitting.size() == MOST_REMEMBERED) {
            fitting = new ByteIndex();
        }
        fitting.add(text);
        return true;
    }
}
