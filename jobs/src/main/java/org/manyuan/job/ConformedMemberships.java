package org.manyuan.job;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.Contracts;
import org.manyuan.core.CountedPeriod;
import org.manyuan.core.EducationGroups;
import org.manyuan.core.ExamSize;
import org.manyuan.core.FirstExam;
import org.manyuan.core.MembershipSources;
import org.manyuan.core.MembershipSpans;
import org.manyuan.core.StoredGroup;
import org.manyuan.core.StoredMembership;
import org.manyuan.core.StoredSuccession;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Unit;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.StagingTable;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Withdrawals;

/**
 * Who is in which group, after the dimensions and the scores: {@code brg_membership} and {@code dim_group}. They are left as they are
 * where nothing that they follow from has changed. Registers are few, so they are worked out here, without a plan.
 */
final class ConformedMemberships {
    private static final String SCORES = "fct_school_exam";
    private static final String UNITS = "dim_school";

    /** What the memberships follow from beside exams. */
    private static final String[] SOURCES = {"group_membership", "education_group", "school_succession", "school"};

    private final OpenWorkspace open;
    private final Warehouse warehouse;
    private final WarehouseWrite write;
    private final CurrentTables current;
    private final BuildNeed need;

    ConformedMemberships(
            OpenWorkspace open, Warehouse warehouse, WarehouseWrite write, CurrentTables current, BuildNeed need) {
        this.open = open;
        this.warehouse = warehouse;
        this.write = write;
        this.current = current;
        this.need = need;
    }

    /**
     * Conforms what has changed.
     *
     * @param exams as this build has left them
     */
    void conform(List<Exam> exams) {
        boolean derive = !open.settings().deriveLead().equals("none");
        try (LakeQuery lake = lake()) {
            if (need.isChanged(SOURCES) || derive && isOfFirstExams(exams, lake)) {
                List<Unit> units = lake.records(UNITS, Unit.class, "true");
                List<MembershipSpan> spans = MembershipSpans.withRoles(
                        MembershipSpans.of(sources(units, lake)), examinees(exams, lake), derive);
                replace("brg_membership", MembershipSpan.class, spans);
                replace(
                        "dim_group",
                        EducationGroup.class,
                        EducationGroups.of(current.few("education_group", EducationGroup.class), spans, units));
            }
        }
    }

    /** All that was ever handed in, whatever counts now, and what this build has made. */
    private LakeQuery lake() {
        Stream<LakeTable> handedIn = Arrays.stream(SOURCES)
                .map(ConformedMemberships::stored)
                .filter(warehouse::has)
                .map(write::standing);
        return LakeQuery.open(
                open.workspace(),
                open.database(),
                Stream.concat(handedIn, Stream.of(SCORES, UNITS).map(write::standing))
                        .toList());
    }

    /** Whether who sat the first exams, by which a lead is derived, may have changed. */
    private boolean isOfFirstExams(List<Exam> exams, LakeQuery lake) {
        if (need.isChanged("exam")) {
            return true;
        }
        Set<String> sat = new HashSet<>(sat(lake));
        sat.addAll(need.exams());
        return FirstExam.codes(exams, sat).stream().anyMatch(need.exams()::contains);
    }

    /** The exams with results. */
    private static Set<String> sat(LakeQuery lake) {
        return lake.rows("select distinct exam_code from " + SCORES).stream()
                .map(row -> (String) row.get(0))
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> examinees(List<Exam> exams, LakeQuery lake) {
        Set<String> first = FirstExam.codes(exams, sat(lake));
        if (first.isEmpty()) {
            return Map.of();
        }
        String places = String.join(", ", Collections.nCopies(first.size(), "?"));
        return FirstExam.examinees(
                lake.records(SCORES, ExamSize.class, "exam_code in (" + places + ")", first.toArray()), first);
    }

    private MembershipSources sources(List<Unit> units, LakeQuery lake) {
        return new MembershipSources(
                stored("group_membership", StoredMembership.class, lake),
                stored("education_group", StoredGroup.class, lake),
                stored("school_succession", StoredSuccession.class, lake),
                units,
                open.database().inTransaction(Withdrawals::periods).stream()
                        .map(each -> new CountedPeriod(
                                each.submissionId(), each.from(), each.to().orElse(null), each.isPatch()))
                        .toList());
    }

    private static <T extends Record> List<T> stored(String dataset, Class<T> type, LakeQuery lake) {
        String table = stored(dataset);
        return lake.tables().contains(table) ? lake.records(table, type, "true") : List.of();
    }

    private static String stored(String dataset) {
        return StagingTable.of(Contracts.of(dataset)).name();
    }

    /** In one file, in the order of the rows: the same rows make the same bytes. */
    private <T extends Record> void replace(String table, Class<T> type, List<T> rows) {
        write.replace(
                table,
                RecordRows.table(open.spark().createDataset(rows, RecordEncoder.of(type)), type)
                        .coalesce(1));
    }
}
