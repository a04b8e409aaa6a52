package org.manyuan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One row per scheme and subject out of the rows per indicator: what is said of the whole, its score and its place. */
final class PlaceRows {
    private static final List<String> SUBJECT = List.of("scheme_id", "scheme_version", "group_code", "school_code");
    private static final List<String> OF_THE_PLACE = List.of(
            "rank",
            "ranked_groups",
            "rank_median",
            "rank_p05",
            "rank_p95",
            "top_places",
            "p_top",
            "indistinct_groups",
            "indistinct_names",
            "rank_flag",
            "rank_flag_zh");
    private static final List<String> OF_TENURE = List.of("counted_units", "waiting_units");
    private static final Set<String> OF_THE_SUBJECT = ofTheSubject();

    private PlaceRows() {}

    /** The rows of each subject, subjects and rows in the order given. */
    static List<List<Row>> bySubject(List<Row> assessment) {
        Map<List<String>, List<Row>> subjects = new LinkedHashMap<>();
        assessment.forEach(
                row -> subjects.computeIfAbsent(SUBJECT.stream().map(row::text).toList(), any -> new ArrayList<>())
                        .add(row));
        return List.copyOf(subjects.values());
    }

    /** One row a subject; none where the release knows no places. */
    static List<Row> of(ReportRows all, Words words) {
        PlaceWords places = new PlaceWords(words);
        TenureWords tenure = new TenureWords(all.stays(), words);
        return bySubject(all.assessment()).stream()
                .map(rows -> rows.get(0))
                .filter(PlaceWords::isKnown)
                .map(row -> {
                    Map<String, Object> cells = new LinkedHashMap<>();
                    OF_THE_SUBJECT.stream()
                            .filter(row.cells()::containsKey)
                            .forEach(column -> cells.put(column, row.value(column)));
                    cells.put("place_words", places.sentence(row));
                    cells.put("waiting_words", tenure.waiting(row));
                    return new Row(cells);
                })
                .toList();
    }

    /** A row of an indicator without what is said of the place and of tenure; what the scheme is and assumes stays with its score. */
    static Row ofTheIndicator(Row row) {
        Map<String, Object> cells = new LinkedHashMap<>(row.cells());
        OF_THE_PLACE.forEach(cells::remove);
        cells.remove("rank_zh");
        OF_TENURE.forEach(cells::remove);
        return new Row(cells);
    }

    private static Set<String> ofTheSubject() {
        Set<String> columns = new LinkedHashSet<>(List.of(
                "school_year",
                "school_year_label",
                "district_code",
                "district_name",
                "group_code",
                "group_name",
                "school_code",
                "school_name",
                "scheme_id",
                "scheme_version",
                "score",
                "score_marks",
                "score_marks_zh",
                "score_coverage",
                "grade",
                "score_flag"));
        columns.addAll(OF_TENURE);
        columns.addAll(OF_THE_PLACE);
        columns.addAll(List.of("origin", "origin_zh"));
        return columns;
    }
}
