package org.manyuan.store;

import java.util.List;
import org.manyuan.contract.Column;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Type;
import org.manyuan.contract.Wording;

/** A dataset with one column of every type, so that the reader's tests need no contract file. */
final class SmallContract {
    static final Contract SCORES = new Contract(
            "score",
            "1.0.0",
            "成绩",
            "One row per score.",
            List.of(
                    column("exam_code", Type.TEXT, "string", 0, null),
                    column("student_id", Type.TEXT, "string", 0, "student"),
                    column("class_no", Type.WHOLE, "int", 0, null),
                    column("score", Type.DECIMAL, "decimal(6,3)", 3, null),
                    column("mean", Type.NUMBER, "double", 0, null),
                    column("held_on", Type.DAY, "date", 0, null),
                    column("boards", Type.FLAG, "boolean", 0, null),
                    column("origin", Type.TEXT, "string", 0, null)),
            List.of("exam_code", "student_id"),
            List.of(),
            false,
            0.2,
            null,
            List.of(),
            List.of());

    private SmallContract() {}

    private static Column column(String name, Type type, String sqlType, int scale, String person) {
        return new Column(
                name,
                type,
                sqlType,
                scale,
                false,
                name,
                name,
                new Wording(name, name),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                100,
                person,
                null,
                false,
                false,
                null,
                null,
                List.of());
    }
}
