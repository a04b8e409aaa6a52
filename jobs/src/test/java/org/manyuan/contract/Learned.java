package org.manyuan.contract;

import java.math.BigDecimal;

/** Fills references from accepted rows, as the job does from stored tables. */
final class Learned {
    private Learned() {}

    static void from(Rows rows, String dataset, References.Builder known) {
        rows.accepted().forEach(row -> from(row, dataset, known));
    }

    private static void from(Rows.Row row, String dataset, References.Builder known) {
        switch (dataset) {
            case "district" -> known.district(row.of("district_code"), row.of("parent_code"));
            case "school" ->
                known.school(
                        row.of("school_code"),
                        row.of("district_code"),
                        row.of("authority_code"),
                        row.of("name"),
                        row.of("aliases"));
            case "education_group" -> known.group(row.of("group_code"));
            case "exam" -> known.exam(row.of("exam_code"), row.of("district_code"));
            case "exam_paper" ->
                known.paper(
                        row.of("exam_code"),
                        row.of("subject"),
                        number(row.of("full_mark")),
                        number(row.of("score_step")));
            default -> {}
        }
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
