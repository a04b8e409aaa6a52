package org.manyuan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.Replacement;

/**
 * {@code current_<dataset>}: of a {@code stg_} view the rows that count, by the rule of {@code core.CurrentRows}, for DuckDB.
 *
 * @param name of the view
 * @param stored the view of the rows as handed in
 * @param columns of both, in order
 */
record CurrentView(String name, String stored, List<String> columns, Replacement replacement) {
    /** The table that lists the submissions which replace only the keys they hold. */
    static final String PATCHES = "control.patch";

    private static final List<String> RANK = List.of("precedence", "source_on", "received_no");

    /** The statement that makes the view. */
    String sql() {
        return "create view " + quoted(name) + " as\nwith " + steps() + "\n" + counted();
    }

    /** The names that {@code said} and {@code last_whole} of {@link #steps} have for the columns of a group. */
    List<String> groups() {
        return Stream.iterate(0, i -> i + 1)
                .limit(groupColumns().size())
                .map(i -> "group_" + i)
                .toList();
    }

    private List<String> groupColumns() {
        String silent = replacement.group().stream()
                .map(name -> quoted(name) + " is null")
                .collect(Collectors.joining(" and "));
        List<String> group = new ArrayList<>(
                replacement.group().stream().map(CurrentView::quoted).toList());
        if (!replacement.group().contains(Replacement.SUBMITTER)) {
            group.add(quoted(Replacement.SUBMITTER));
        }
        // where the group's columns are empty the key makes the group
        replacement
                .keyBesideGroup()
                .forEach(name -> group.add("case when " + silent + " then " + quoted(name) + " end"));
        return group;
    }

    /** What the rows that count are found with: {@code said}, all rows with their group, and {@code last_whole} of each group. */
    String steps() {
        List<String> group = groupColumns();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            named.add(group.get(i) + " as group_" + i);
        }
        String groups = String.join(", ", groups());
        return """
                submission as (
                    select *, dense_rank() over (order by precedence nulls first, source_on nulls first, received_no nulls first) as place
                    from (select distinct precedence, source_on, received_no from %s)
                ),
                said as (
                    select stored.*, submission.place as place_of_submission, %s, %s as is_of_a_patch
                    from %s as stored
                    join submission on %s
                    left join (select distinct submission_id as patching from %s) on patching = stored.submission_id
                ),
                last_whole as (
                    select %s, max(place_of_submission) filter (where not is_of_a_patch) as place
                    from said group by %s
                )""".formatted(
                        quoted(stored),
                        named.stream().collect(joined()),
                        replacement.patch() ? "true" : "patching is not null",
                        quoted(stored),
                        same(RANK, "stored", "submission"),
                        PATCHES,
                        groups,
                        groups);
    }

    /** The rows that count, after {@link #steps}. */
    String counted() {
        return """
                select %s from (
                    select said.*, row_number() over (
                        partition by %s order by place_of_submission desc, %s
                    ) as place_in_key
                    from said join last_whole on %s
                    where last_whole.place is null or place_of_submission >= last_whole.place
                )
                where place_in_key = 1""".formatted(
                        columns.stream().map(CurrentView::quoted).collect(joined()),
                        replacement.key().stream().map(CurrentView::quoted).collect(joined()),
                        Stream.concat(
                                        Stream.of("\"submission_id\" desc nulls last"),
                                        Stream.concat(Stream.of("source_line"), columns.stream())
                                                .map(column -> quoted(column) + " nulls first"))
                                .collect(joined()),
                        same(groups(), "said", "last_whole"));
    }

    static String same(List<String> columns, String one, String other) {
        return columns.stream()
                .map(name -> one + "." + name + " is not distinct from " + other + "." + name)
                .collect(Collectors.joining(" and "));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }

    private static String quoted(String name) {
        return LakeView.quoted(name, '"');
    }
}
