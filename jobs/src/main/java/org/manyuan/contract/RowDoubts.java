package org.manyuan.contract;

import java.util.List;
import java.util.Optional;

/**
 * The checks of a contract that one row or one line decides, compiled: a number's check digit, a school's code against its type, an
 * exam without a use, the total of a wide line against its subjects. What a check of severity error finds rejects the row, what a warning
 * finds is told beside it.
 */
final class RowDoubts {
    static final String DIGIT = "CHECK_DIGIT";
    static final String TYPE = "SCHOOL_CODE_TYPE";
    static final String USE = "EXAM_USE_NOT_STATED";
    static final String TOTAL = "TOTAL_OF_SUBJECTS";

    private static final int CATEGORY = 2;

    private final List<Column> columns;
    private final Optional<CheckTerms> digit;
    private final Optional<CheckTerms> type;
    private final Optional<CheckTerms> use;
    private final int[] persons;
    private final int code;
    private final int kind;
    private final int note;
    private final LineTotal total;
    private final StringBuilder warnings = new StringBuilder();

    RowDoubts(Contract contract, References references, boolean isWide) {
        columns = contract.columns();
        boolean isChinese = references.codeSystem().equals("cn");
        digit = terms(contract, DIGIT).filter(terms -> isChinese);
        type = terms(contract, TYPE).filter(terms -> isChinese);
        use = terms(contract, USE).filter(terms -> isChinese);
        persons = contract.columns().stream()
                .filter(column -> column.person() != null)
                .mapToInt(column -> contract.indexOf(column.name()))
                .toArray();
        code = type.isPresent() ? contract.indexOf("school_code") : -1;
        kind = type.isPresent() ? contract.indexOf("school_type") : -1;
        note = use.isPresent() ? contract.indexOf("lawful_use_note") : -1;
        total = terms(contract, TOTAL)
                .filter(terms -> isWide && contract.wide() != null && terms.severity() == Severity.WARNING)
                .map(terms -> new LineTotal(contract, references, terms))
                .orElse(null);
    }

    private static Optional<CheckTerms> terms(Contract contract, String check) {
        return contract.checks().stream()
                .filter(terms -> terms.check().equals(check))
                .findFirst();
    }

    void beginLine() {
        if (total != null) {
            total.begin();
        }
    }

    /**
     * Sheets have a column of totals whether the exam has a paper of totals or not. Without one it is no fault of the line: it is told
     * and left out, and still held against the subjects.
     *
     * @return what is told; null where the row is no such total
     */
    String needlessTotal(Cell[] cells, List<CellSource> sources, CharSequence rejects) {
        return total == null ? null : total.withoutPaper(cells, sources, rejects);
    }

    /** Looks at a row whose cells are checked; adds to the rejects what an error finds. */
    void row(Cell[] cells, List<CellSource> sources, StringBuilder rejects) {
        warnings.setLength(0);
        if (digit.isPresent()) {
            for (int person : persons) {
                if (cells[person].isOddNumber) {
                    add(digit.get(), header(person, sources), rejects);
                }
            }
        }
        if (type.isPresent() && isOtherType(cells[code], cells[kind])) {
            add(type.get(), header(kind, sources), rejects);
        }
        if (use.isPresent() && !cells[note].filled && cells[note].problem == null) {
            add(use.get(), header(note, sources), rejects);
        }
    }

    /** What is told beside the row just looked at; empty where nothing is. */
    String warnings() {
        return warnings.toString();
    }

    boolean hasWarnings() {
        return warnings.length() > 0;
    }

    /** The row was taken, or was not. */
    void taken(Cell[] cells, List<CellSource> sources, boolean isTaken) {
        if (total != null) {
            total.add(cells, sources, isTaken);
        }
    }

    /** What is told beside the line as a whole; null where nothing is. */
    String lineWarning() {
        return total == null ? null : total.warning();
    }

    private void add(CheckTerms terms, String header, StringBuilder rejects) {
        StringBuilder told = terms.severity() == Severity.ERROR ? rejects : warnings;
        if (told.length() > 0) {
            told.append(';');
        }
        told.append(terms.check()).append(':').append(header);
    }

    private String header(int column, List<CellSource> sources) {
        CellSource source = sources.get(column);
        return (source == null ? columns.get(column).name() : source.header()).replace(';', ',');
    }

    /** The first two digits of a 学校标识码 are those of the 办学类型 (METRICS A7). */
    private static boolean isOtherType(Cell code, Cell type) {
        if (!code.filled || code.problem != null || !type.filled || type.problem != null) {
            return false;
        }
        for (int i = 0; i < CATEGORY; i++) {
            if (code.slice.length <= i || type.slice.length <= i || code.slice.at(i) != type.slice.at(i)) {
                return true;
            }
        }
        return false;
    }
}
