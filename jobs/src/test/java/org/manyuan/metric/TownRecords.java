package org.manyuan.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.Origin;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/** The records that a town is made of. */
final class TownRecords {
    private TownRecords() {}

    /** A junior school. */
    static Unit school(String school, String district, Origin origin) {
        return new Unit(
                school,
                school,
                district,
                district,
                null,
                EnumSet.of(Stage.J),
                SchoolingSystem.SIX_THREE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                origin);
    }

    /** Who owns a unit: public or private. */
    static UnaryOperator<Unit> owned(String owner) {
        return unit -> like(unit, unit.schoolingSystem(), unit.settingCode(), owner);
    }

    /** The 城乡分类 of a unit. */
    static UnaryOperator<Unit> setting(String code) {
        return unit -> like(unit, unit.schoolingSystem(), code, unit.ownership());
    }

    /** A unit whose junior stage has four years. */
    static Unit fiveFour(Unit unit) {
        return like(unit, SchoolingSystem.FIVE_FOUR, unit.settingCode(), unit.ownership());
    }

    /** The places a unit was built for. */
    static UnaryOperator<Unit> seats(long places) {
        return unit -> new Unit(
                unit.schoolCode(),
                unit.name(),
                unit.districtCode(),
                unit.authorityCode(),
                unit.partOf(),
                unit.stages(),
                unit.schoolingSystem(),
                unit.settingCode(),
                unit.ownership(),
                unit.openedOn(),
                unit.closedOn(),
                unit.schoolType(),
                places,
                unit.tags(),
                unit.origin());
    }

    /** 办学类型, stages and tags of a unit. */
    static UnaryOperator<Unit> typed(String type, String stages, String tags) {
        return unit -> new Unit(
                unit.schoolCode(),
                unit.name(),
                unit.districtCode(),
                unit.authorityCode(),
                unit.partOf(),
                stages.chars()
                        .mapToObj(code -> Stage.valueOf(String.valueOf((char) code)))
                        .collect(Collectors.toSet()),
                unit.schoolingSystem(),
                unit.settingCode(),
                unit.ownership(),
                unit.openedOn(),
                unit.closedOn(),
                type,
                unit.seats(),
                tags,
                unit.origin());
    }

    /** The day a unit opened. */
    static UnaryOperator<Unit> opened(String day) {
        return unit -> new Unit(
                unit.schoolCode(),
                unit.name(),
                unit.districtCode(),
                unit.authorityCode(),
                unit.partOf(),
                unit.stages(),
                unit.schoolingSystem(),
                unit.settingCode(),
                unit.ownership(),
                LocalDate.parse(day),
                unit.closedOn(),
                unit.schoolType(),
                unit.seats(),
                unit.tags(),
                unit.origin());
    }

    private static Unit like(Unit unit, SchoolingSystem system, String settingCode, String ownership) {
        return new Unit(
                unit.schoolCode(),
                unit.name(),
                unit.districtCode(),
                unit.authorityCode(),
                unit.partOf(),
                unit.stages(),
                system,
                settingCode,
                ownership,
                unit.openedOn(),
                unit.closedOn(),
                unit.schoolType(),
                unit.seats(),
                unit.tags(),
                unit.origin());
    }

    /** Scores in steps, by how many pupils have them. */
    static SchoolExamFact scores(String exam, String school, TreeMap<Integer, Long> bins) {
        long n = 0;
        long s1 = 0;
        long s2 = 0;
        for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
            n += bin.getValue();
            s1 += bin.getValue() * bin.getKey();
            s2 += bin.getValue() * bin.getKey() * bin.getKey();
        }
        return new SchoolExamFact(
                exam,
                Town.SUBJECT,
                school,
                n,
                0,
                0,
                0,
                s1,
                s2,
                bins.keySet().stream().mapToInt(Integer::intValue).toArray(),
                bins.values().stream().mapToLong(Long::longValue).toArray(),
                null,
                null,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }

    /** A school's own total; null is what was not handed in. */
    static SchoolExamFact total(String exam, String school, long n, Double mean, Double sd) {
        return new SchoolExamFact(
                exam,
                Town.SUBJECT,
                school,
                n,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                mean,
                sd,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }

    /** What the cell of that place says of a column, {@code column=text …}; null where it says nothing. */
    static String more(String[] row, int place, String column) {
        return place >= row.length
                ? null
                : Arrays.stream(row[place].split(" +"))
                        .filter(one -> one.startsWith(column + "="))
                        .map(one -> one.substring(column.length() + 1))
                        .findFirst()
                        .orElse(null);
    }

    static LocalDate day(String text) {
        return text == null || text.equals("-") ? null : LocalDate.parse(text);
    }

    static Double number(String text) {
        return text == null ? null : Double.valueOf(text);
    }

    /** {@code kind, item, group, school, first day, column=text …}. */
    static LedgerEntry entry(String id, String[] row) {
        String year = more(row, 5, "year");
        return new LedgerEntry(
                id,
                more(row, 5, "authority"),
                text(row[2]),
                text(row[3]),
                more(row, 5, "other"),
                more(row, 5, "person"),
                more(row, 5, "mentor"),
                row[0],
                text(row[1]),
                day(row[4]),
                day(more(row, 5, "until")),
                year == null ? null : Integer.valueOf(year),
                number(more(row, 5, "value")),
                number(more(row, 5, "value2")),
                more(row, 5, "unit"),
                more(row, 5, "bound"),
                more(row, 5, "grade"),
                more(row, 5, "status"),
                Origin.REPORTED);
    }

    /** {@code group, organiser, day, column=number …}. */
    static GroupActivity activity(String id, String[] row) {
        return new GroupActivity(
                id,
                text(row[0]),
                text(row[1]),
                day(row[2]),
                more(row, 3, "kind") == null ? "送课" : more(row, 3, "kind"),
                more(row, 3, "mode"),
                more(row, 3, "audience"),
                more(row, 3, "subject"),
                whole(more(row, 3, "participants")),
                whole(more(row, 3, "pupils")),
                whole(more(row, 3, "lessons")),
                Origin.REPORTED);
    }

    private static Long whole(BigDecimal figure) {
        return figure == null ? null : (Long) figure.longValueExact();
    }

    private static String text(String cell) {
        return cell.equals("-") ? null : cell;
    }

    private static Long whole(String text) {
        return text == null || text.equals("-") ? null : Long.valueOf(text);
    }

    /** {@code school, year, stage, students, column=figure …}. */
    static ResourceFact resource(String[] row) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (String figure : row[4].isEmpty() ? new String[0] : row[4].split(" +")) {
            figures.put(figure.split("=")[0], new BigDecimal(figure.split("=")[1]));
        }
        ResourceFact fact = new ResourceFact(
                row[0],
                Integer.parseInt(row[1]),
                Stage.valueOf(row[2]),
                row[3].equals("-") ? null : Long.valueOf(row[3]),
                figures.remove("teachers"),
                figures.remove("qualified_teachers"),
                figures.remove("backbone_teachers"),
                figures.remove("arts_sports_teachers"),
                figures.remove("intermediate_title_teachers"),
                whole(figures.remove("senior_posts")),
                whole(figures.remove("posts_quota")),
                whole(figures.remove("recruits")),
                figures.remove("teaching_area"),
                figures.remove("indoor_sports_area"),
                figures.remove("sports_area"),
                figures.remove("equipment_value"),
                figures.remove("multimedia_rooms"),
                figures.remove("computers"),
                figures.remove("books"),
                Origin.REPORTED);
        if (!figures.isEmpty()) {
            throw new IllegalArgumentException("no such columns: " + figures.keySet());
        }
        return fact;
    }

    /** Pupils with level E, D, C, B and A, parted by blanks. */
    static SchoolExamFact levels(String exam, String school, String pupils) {
        long[] counts =
                Arrays.stream(pupils.split(" +")).mapToLong(Long::parseLong).toArray();
        return fact(
                exam,
                school,
                Arrays.stream(counts).sum(),
                0,
                null,
                null,
                new int[] {0, 1, 2, 3, 4},
                counts,
                new Long[4]);
    }

    /** Exam, school, candidates, examinees, excellent, passed, low; a dash was not handed in. */
    static SchoolExamFact counts(String[] row) {
        Long[] counts = {whole(row[2]), whole(row[4]), whole(row[5]), whole(row[6])};
        return fact(row[0], row[1], row[3].equals("-") ? 0 : Long.parseLong(row[3]), 0, null, null, null, null, counts);
    }

    /** The same scores with so many absent. */
    static SchoolExamFact withAbsent(SchoolExamFact fact, long absent) {
        return fact(
                fact.examCode(),
                fact.schoolCode(),
                fact.n(),
                absent,
                fact.s1(),
                fact.s2(),
                fact.bins(),
                fact.counts(),
                new Long[4]);
    }

    private static SchoolExamFact fact(
            String exam, String school, long n, long absent, Long s1, Long s2, int[] bins, long[] counts, Long[] told) {
        return new SchoolExamFact(
                exam,
                Town.SUBJECT,
                school,
                n,
                absent,
                0,
                0,
                s1,
                s2,
                bins,
                counts,
                null,
                null,
                told[0],
                told[1],
                told[2],
                told[3],
                Origin.REPORTED);
    }
}
