package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.manyuan.config.Settings;
import org.manyuan.contract.MetricCard;
import org.manyuan.contract.MetricCards;
import org.manyuan.domain.MetricValue;
import org.manyuan.metric.BuildTerms;
import org.manyuan.metric.InputTrace;
import org.manyuan.record.RecordCells;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Runs;
import org.manyuan.store.Workspace;

/**
 * {@code explain}: one figure, computed again from what it rests on, with the rows that its metric says it used, the units of its place
 * that are not among them and why, and the submissions behind it. Reads the tables of the last build, without Spark; for the operator,
 * not for the public.
 */
public final class ExplainFigure {
    private static final int MOST_CANDIDATES = 20;

    private final OpenWorkspace open;
    private final LakeQuery lake;

    private ExplainFigure(OpenWorkspace open, LakeQuery lake) {
        this.open = open;
        this.lake = lake;
    }

    /**
     * A figure explained.
     *
     * @param card of its metric
     * @param row its columns, by name
     * @param again the same columns, computed now from the stored facts
     * @param inputs the rows that entered it
     * @param left units of its place without a row among the inputs
     * @param submissions what was handed in behind the inputs
     * @param notBuilt datasets of which rows have changed since the build, so that the figure may be stale
     */
    public record Explained(
            MetricCard card,
            Map<String, Object> row,
            Map<String, Object> again,
            List<InputRow> inputs,
            List<LeftUnit> left,
            List<SubmissionsBehind.Behind> submissions,
            List<String> notBuilt) {
        /** Whether every column came out as it is stored, to the last digit. */
        public boolean isSame() {
            return row.equals(again);
        }
    }

    /**
     * A row that entered a figure.
     *
     * @param use what for: figure, paper or membership ({@link InputTrace.Use})
     * @param table where it stands
     * @param cells by column; no person's key
     */
    public record InputRow(String use, String table, Map<String, Object> cells) {
        static InputRow of(InputTrace.Use use, Record row) {
            return new InputRow(use.name().toLowerCase(Locale.ROOT), FamilyInputs.table(row), RecordCells.columns(row));
        }

        private RowsBehind.StoredRow stored() {
            return new RowsBehind.StoredRow(table, cells);
        }
    }

    /**
     * Explains.
     *
     * @throws UsageException where nothing was built, no row is asked for, or several are: then it lists them
     */
    public static Explained of(Workspace workspace, FigureAsked asked) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        List<String> notBuilt = open.database().inTransaction(Runs::notBuilt);
        try (LakeQuery lake = LakeQuery.open(workspace, open.database())) {
            if (!lake.tables().contains("metric_value")) {
                throw new UsageException(
                        "还没有计算过指标；请先运行 manyuan build。", "Nothing was built yet; run manyuan build first.");
            }
            return new ExplainFigure(open, lake).explain(asked, notBuilt);
        }
    }

    private Explained explain(FigureAsked asked, List<String> notBuilt) {
        Map<String, Object> stored = only(asked);
        String territory = (String) stored.remove("territory_code");
        String family = (String) stored.remove("family");
        Settings settings = open.settings();
        FamilyInputs inputs = FamilyInputs.of(lake, territory, family, settings.territoryLevel());
        BuildTerms terms = FigureTerms.of(settings, (LocalDate) stored.get("as_of"), inputs.exams());
        InputTrace.Traced<List<MetricValue>> traced =
                InputTrace.of(() -> inputs.figures(asked.metricId(), settings.territoryLevel(), terms));
        Map<String, Object> again = traced.result().stream()
                .map(RecordCells::columns)
                .filter(row -> FigureAsked.KEY.stream().allMatch(key -> Objects.equals(row.get(key), stored.get(key))))
                .findFirst()
                .orElse(Map.of());
        List<Record> used = new ArrayList<>();
        List<InputRow> rows = new ArrayList<>();
        traced.trace()
                .rowsOf((String) again.getOrDefault("inputs_hash", ""))
                .forEach((use, of) -> of.forEach(row -> {
                    if (row instanceof Record record) {
                        rows.add(InputRow.of(use, record));
                        if (use == InputTrace.Use.FIGURE) {
                            used.add(record);
                        }
                    }
                }));
        return new Explained(
                MetricCards.standard().of(asked.metricId()),
                stored,
                again,
                rows,
                LeftUnit.of(stored, inputs, used),
                new SubmissionsBehind(open, lake)
                        .of(rows.stream().map(InputRow::stored).toList()),
                notBuilt);
    }

    /** The one row that is asked for, as its record has it, and its family; of a district's rows and others the district's. */
    private Map<String, Object> only(FigureAsked asked) {
        List<Map<String, Object>> found = found(asked);
        if (found.size() > 1) {
            List<Map<String, Object>> ofDistricts = found(asked.ofDistrict());
            if (ofDistricts.size() == 1) {
                return only(asked.ofDistrict());
            }
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    "没有符合条件的 " + asked.metricId() + " 指标值；去掉一些条件再试，会列出已有的。",
                    "There is no figure of " + asked.metricId()
                            + " like this; ask with fewer conditions, and those that there are will be listed.");
        }
        if (found.size() > 1) {
            throw several(asked, found);
        }
        Map<String, Object> row = new LinkedHashMap<>();
        MetricValue figure = lake.records("metric_value", MetricValue.class, asked.where(), asked.values())
                .get(0);
        row.putAll(RecordCells.columns(figure));
        row.putAll(lake.select("select territory_code, family from metric_value where " + asked.where(), asked.values())
                .get(0));
        return row;
    }

    private List<Map<String, Object>> found(FigureAsked asked) {
        return lake.select(
                "select " + String.join(", ", FigureAsked.COLUMNS) + " from metric_value where " + asked.where()
                        + " order by all limit " + (MOST_CANDIDATES + 1),
                asked.values());
    }

    private static UsageException several(FigureAsked asked, List<Map<String, Object>> found) {
        StringBuilder listed = new StringBuilder();
        found.stream().limit(MOST_CANDIDATES).forEach(row -> listed.append("\n  ./manyuan explain ")
                .append(asked.metricId())
                .append(' ')
                .append(FigureAsked.words(row)));
        String more = found.size() > MOST_CANDIDATES ? "\n  …" : "";
        return new UsageException(
                "符合条件的不止一个，请选一个（可直接复制）：" + listed + more,
                "Several figures are like this; take one (copy the line):" + listed + more);
    }
}
