package org.manyuan.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyuan.contract.Contracts;
import org.manyuan.core.LedgerEntries;
import org.manyuan.core.SchoolSuccessions;
import org.manyuan.domain.District;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Successions;
import org.manyuan.measure.FactTables;
import org.manyuan.measure.Families;
import org.manyuan.measure.MetricValues;
import org.manyuan.measure.Registers;
import org.manyuan.metric.BuildTerms;
import org.manyuan.store.BuiltWith;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Runs;
import org.manyuan.store.StagingTable;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code build}: what was handed in becomes dimensions, memberships and school-level facts, and these become every figure of the
 * catalogue in one job. What did not change since the last build is left as it is; the result is the same, to the last digit, as if
 * everything had been computed. All tables change together or none does.
 */
public final class BuildFigures {
    /** The step in which facts become figures. */
    static final Progress.Step COMPUTING = new Progress.Step("计算指标", "computing the figures");

    /** The step that goes through rules and schemes: it makes no row of metric_value. */
    static final Progress.Step ASSESSING =
            new Progress.Step("核对政策规则并按方案考核", "checking policy rules and assessing by the schemes");

    private final OpenWorkspace open;
    private final WarehouseWrite write;
    private final ConformedTables tables;
    private final CurrentTables current;
    private final BuildNeed need;
    private final Warehouse warehouse;
    private final Progress progress;

    private BuildFigures(
            OpenWorkspace open,
            Warehouse warehouse,
            WarehouseWrite write,
            CurrentTables current,
            BuildNeed need,
            Progress progress) {
        this.open = open;
        this.warehouse = warehouse;
        this.write = write;
        this.current = current;
        this.need = need;
        this.progress = progress;
        this.tables = new ConformedTables(open, warehouse, write, current, need, progress);
    }

    /**
     * What is asked for.
     *
     * @param asOf the day the figures speak of; empty: August 31 that ends the latest school year with data
     * @param isEverything also what did not change
     */
    public record Asked(Optional<LocalDate> asOf, boolean isEverything) {
        /** What has changed, of the latest day. */
        public static Asked byNeed() {
            return new Asked(Optional.empty(), false);
        }
    }

    /**
     * What was built.
     *
     * @param asOf the day the figures speak of
     * @param figures rows of metric_value
     * @param families series and subjects of a territory, and the rest of each territory, that there are
     * @param computed those of them that were computed; the others had not changed
     * @param circles successions that would make a unit its own predecessor, {@code from → to (day)}: they were left out
     */
    public record Built(LocalDate asOf, long figures, int families, int computed, List<String> circles) {}

    /**
     * Builds.
     *
     * @throws UsageException where nothing was handed in yet
     */
    public static Built in(Workspace workspace, Asked asked, Progress progress) {
        try (WriterLock lock = workspace.lockForWriting("build")) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            return Noted.run(open.database(), "build", () -> {
                try (Warehouse warehouse = open.warehouse();
                        WarehouseWrite write = warehouse.write(lock);
                        LakeQuery lake = LakeQuery.open(workspace, open.database())) {
                    BuildNeed need = BuildNeed.of(open, warehouse.heads(), asked.isEverything());
                    CurrentTables current = new CurrentTables(warehouse, lake);
                    return new BuildFigures(open, warehouse, write, current, need, progress).run(asked.asOf());
                }
            });
        }
    }

    private Built run(Optional<LocalDate> asOf) {
        if (!warehouse.has(StagingTable.of(Contracts.of("school")).name())) {
            throw new UsageException(
                    "还没有报送学校（school），无法计算；请先运行 manyuan ingest。",
                    "No schools were handed in, so there is nothing to build; run manyuan ingest first.");
        }
        FactTables facts = tables.conform();
        progress.step(COMPUTING);
        ConformedTables.Known known = tables.known();
        BuildTerms terms = FigureTerms.of(
                open.settings(),
                asOf.orElseGet(this::endOfLatestYear),
                known.registers().exams());
        Families all = known.families();
        ChangedFigures figures = need.isOfAnotherDay(terms.asOf().toString())
                ? ChangedFigures.all(write, all)
                : ChangedFigures.some(
                        write,
                        all,
                        tables.knownBefore().families(),
                        tables.changedFacts(all),
                        open.settings().territoryLevel());
        figures.write(MetricValues.of(facts, figures.families(), open.settings().territoryLevel(), terms));
        progress.step(ASSESSING);
        figures.assess(
                facts,
                LedgerEntries.facts(current.of("ledger")),
                known.registers(),
                regionChecks(known.registers(), terms.asOf()),
                terms.asOf());
        progress.step("提交", "committing");
        long rows = write.read("metric_value").count();
        Map<String, Long> seen = warehouse.heads();
        write.commit(connection -> {
            Runs.built(connection, seen, Instant.now());
            BuiltWith.write(connection, need.conditions(terms.asOf().toString()));
            return null;
        });
        return new Built(
                terms.asOf(), rows, all.all().size(), figures.families().all().size(), circles());
    }

    /** Empty where nothing has changed that they rest on. */
    private Optional<RegionChecks> regionChecks(Registers registers, LocalDate asOf) {
        if (!need.isAnythingChanged() && !need.isOfAnotherDay(asOf.toString())) {
            return Optional.empty();
        }
        Set<String> districts =
                registers.districts().stream().map(District::districtCode).collect(Collectors.toSet());
        return Optional.of(
                RegionChecks.of(open, write::standing, warehouse.heads().keySet(), districts, asOf));
    }

    private List<String> circles() {
        return Successions.of(
                        SchoolSuccessions.of(current.of("school_succession")).collectAsList())
                .refused()
                .stream()
                .map(row -> row.fromCode() + " → " + row.toCode() + " (" + row.happenedOn() + ")")
                .toList();
    }

    private LocalDate endOfLatestYear() {
        return tables.latestYear()
                .map(SchoolYear::lastDay)
                .orElseThrow(
                        () -> new UsageException(
                                "没有任何学年的数据（考试、招生、教师、办学条件），无法计算。",
                                "There are no exams, enrollment, teachers or resources of any school year, so there is nothing to build."));
    }
}
