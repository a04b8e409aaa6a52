package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.iceberg.types.Types;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Replacement;

/**
 * The tables as they were known at a moment: rows of submissions that did not count then are not in them, a membership is there only
 * while it was known, and beside every {@code stg_<dataset>} stands {@code current_<dataset>} with the rows that counted.
 *
 * @param isOfThePast whether a moment was asked for: then tables that are built, which speak of now, are left out
 */
record CountedViews(CountedSubmissions submissions, KnownOn known, boolean isOfThePast) {
    private static final String STAGED = "stg_";
    private static final String MEMBERSHIP = "brg_membership";
    private static final String SUBMISSION = "submission_id";

    /** Whether a table can be asked at this moment. */
    boolean shows(String table) {
        return !isOfThePast || table.startsWith(STAGED) || table.equals(MEMBERSHIP) || table.equals("rejected_row");
    }

    /** Makes the views. */
    void make(Connection duck, List<LakeView> views) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute("create schema control");
            statement.execute("create table control.left_out (submission_id varchar)");
            statement.execute("create table " + CurrentView.PATCHES + " (submission_id varchar)");
            statement.execute("create table control.known (until timestamptz)");
        }
        insert(duck, "insert into control.left_out values (?)", submissions.leftOut());
        insert(duck, "insert into " + CurrentView.PATCHES + " values (?)", submissions.patches());
        insert(
                duck,
                "insert into control.known values (?)",
                List.of(known.until().atOffset(ZoneOffset.UTC)));
        try (Statement statement = duck.createStatement()) {
            for (LakeView view : views) {
                statement.execute(view.sql() + condition(view));
            }
            for (Contract contract : Contracts.all()) {
                for (LakeView view : views) {
                    if (view.name().equals(STAGED + contract.dataset())) {
                        statement.execute(current(contract, view).sql());
                    }
                }
            }
        }
    }

    private String condition(LakeView view) {
        if (columns(view).contains(SUBMISSION) && !submissions.leftOut().isEmpty()) {
            return " where not exists (select 1 from control.left_out where left_out.submission_id = "
                    + LakeView.quoted(view.name(), '"') + ".submission_id)";
        }
        if (isOfThePast && view.name().equals(MEMBERSHIP)) {
            return " where (known_from is null or known_from < (select until from control.known))"
                    + " and (known_to is null or known_to >= (select until from control.known))";
        }
        return "";
    }

    private static CurrentView current(Contract contract, LakeView view) {
        return new CurrentView("current_" + contract.dataset(), view.name(), columns(view), Replacement.of(contract));
    }

    private static List<String> columns(LakeView view) {
        return view.schema().columns().stream().map(Types.NestedField::name).toList();
    }

    private static void insert(Connection duck, String sql, Collection<?> values) throws SQLException {
        try (PreparedStatement insert = duck.prepareStatement(sql)) {
            for (Object value : new ArrayList<>(values)) {
                insert.setObject(1, value);
                insert.execute();
            }
        }
    }
}
