package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;

/** A rule over several cells of a row, compiled. Silent where one of its cells is already rejected. */
final class RuleCheck {
    private static final ByteIndex GRADES = grades();

    private final Rule.Kind kind;
    private final int[] columns;
    private final Type[] types;
    private final int when;
    private final List<byte[]> codes;
    private final List<byte[]> among;
    private final PaperCheck paper;
    private final double[] units;
    private int culprit;

    RuleCheck(Rule rule, Contract contract, References references) {
        kind = rule.kind();
        columns = rule.columns().stream().mapToInt(contract::indexOf).toArray();
        types = rule.columns().stream().map(c -> contract.column(c).type()).toArray(Type[]::new);
        units = rule.columns().stream()
                .mapToDouble(c -> NumberText.power(contract.column(c).scale()))
                .toArray();
        when = rule.when() == null ? -1 : contract.indexOf(rule.when());
        codes = utf8(rule.codes());
        among = utf8(rule.among());
        paper = kind == Rule.Kind.ON_PAPER
                ? new PaperCheck(references, contract.columns().get(columns[2]).scale())
                : null;
    }

    /** What is wrong; null: nothing. */
    ProblemCode check(Cell[] cells) {
        culprit = columns[0];
        if (!applies(cells)) {
            return null;
        }
        for (int column : columns) {
            if (cells[column].problem != null) {
                return null;
            }
        }
        return switch (kind) {
            case FILLED -> anyFilled(cells) ? null : ProblemCode.REQUIRED;
            case EMPTY -> anyFilled(cells) ? ProblemCode.NOT_EMPTY : null;
            case AMONG -> !cells[culprit].filled || isOneOf(cells[culprit], among) ? null : ProblemCode.CODE;
            case ON_PAPER -> onPaper(cells);
            default -> pair(cells[columns[0]], cells[columns[1]]);
        };
    }

    /** The column that the last complaint is about. */
    int culprit() {
        return culprit;
    }

    private boolean applies(Cell[] cells) {
        if (when < 0) {
            return true;
        }
        if (!cells[when].filled || cells[when].problem != null) {
            return false;
        }
        return isOneOf(cells[when], codes);
    }

    private static boolean isOneOf(Cell cell, List<byte[]> words) {
        for (int i = 0; i < words.size(); i++) {
            if (cell.slice.is(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<byte[]> utf8(List<String> words) {
        return words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private boolean anyFilled(Cell[] cells) {
        for (int column : columns) {
            if (cells[column].filled) {
                culprit = column;
                return true;
            }
        }
        return false;
    }

    private ProblemCode pair(Cell first, Cell second) {
        if (!first.filled || !second.filled) {
            return null;
        }
        return switch (kind) {
            case AFTER -> first.whole > second.whole ? null : ProblemCode.ENDS_BEFORE_BEGIN;
            case NOT_BEFORE -> first.whole >= second.whole ? null : ProblemCode.ENDS_BEFORE_BEGIN;
            case AT_MOST -> value(first, 0) <= value(second, 1) ? null : ProblemCode.PART_ABOVE_WHOLE;
            case DIFFERENT -> first.slice.is(second.slice) ? ProblemCode.SAME_VALUE : null;
            default -> gradeOfStage(first, second);
        };
    }

    private double value(Cell cell, int position) {
        return types[position] == Type.NUMBER ? cell.number : cell.whole / units[position];
    }

    private ProblemCode gradeOfStage(Cell stage, Cell grade) {
        byte[] pair = new byte[stage.slice.length + grade.slice.length];
        System.arraycopy(stage.slice.buffer, stage.slice.from, pair, 0, stage.slice.length);
        System.arraycopy(grade.slice.buffer, grade.slice.from, pair, stage.slice.length, grade.slice.length);
        if (GRADES.find(pair, 0, pair.length) >= 0) {
            return null;
        }
        culprit = columns[1];
        return ProblemCode.GRADE_NOT_IN_STAGE;
    }

    private ProblemCode onPaper(Cell[] cells) {
        Cell exam = cells[columns[0]];
        Cell subject = cells[columns[1]];
        if (!exam.filled || !subject.filled || exam.reference < 0) {
            return null;
        }
        ProblemCode wrong = paper.check(exam, subject, cells[columns[2]]);
        culprit = wrong == ProblemCode.UNKNOWN_PAPER ? columns[1] : columns[2];
        return wrong;
    }

    private static ByteIndex grades() {
        ByteIndex index = new ByteIndex();
        for (SchoolingSystem system : SchoolingSystem.values()) {
            for (Stage stage : Stage.values()) {
                system.grades(stage).forEach(grade -> index.add(stage.name() + grade));
            }
        }
        return index;
    }
}
