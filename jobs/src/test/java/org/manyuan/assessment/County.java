package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyuan.contract.CountyStandards;
import org.manyuan.contract.PolicyRules;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/** What a county handed in for 2024, for tests, written down in a few lines. */
final class County {
    static final String CODE = "370305";

    private final List<Unit> units = new ArrayList<>();
    private final List<ClassFact> classes = new ArrayList<>();
    private final List<TeacherFact> teachers = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();

    /**
     * Type, stages, town or country, ownership, then what else there is: {@code 311 J 111 public boarding of=S opened=2024-10-01}. A
     * dash is unknown; the last line about a unit counts.
     */
    County unit(String code, String about) {
        String[] words = about.trim().split(" +");
        Set<Stage> stages = words[1].replace("-", "")
                .chars()
                .mapToObj(one -> Stage.valueOf("" + (char) one))
                .collect(Collectors.toSet());
        Map<String, String> more = new HashMap<>();
        for (int i = 4; i < words.length; i++) {
            String[] named = words[i].split("=");
            more.put(named.length > 1 ? named[0] : "tag", named[named.length - 1]);
        }
        units.removeIf(unit -> unit.schoolCode().equals(code));
        units.add(new Unit(
                code,
                code,
                CODE,
                CODE,
                more.get("of"),
                stages,
                SchoolingSystem.SIX_THREE,
                known(words[2]),
                known(words[3]),
                day(more.get("opened")),
                day(more.get("closed")),
                known(words[0]),
                null,
                more.get("tag"),
                Origin.REPORTED));
        return this;
    }

    /** Classes of the junior stage by their sizes. */
    County classes(String school, String sizes) {
        return classes(school, Stage.J, sizes);
    }

    County classes(String school, Stage stage, String sizes) {
        for (String size : sizes.split(" ")) {
            Long students = size.equals("-") ? null : Long.valueOf(size);
            classes.add(new ClassFact(school, 2024, stage, "", "" + classes.size(), students, Origin.REPORTED));
        }
        return this;
    }

    /** Teachers by their certificates; {@code J:初级中学} names the stage that one teaches. */
    County teachers(String school, String certificates) {
        for (String certificate : certificates.split(" ")) {
            String[] named = certificate.split(":");
            teachers.add(new TeacherFact(
                    "t" + teachers.size(),
                    2024,
                    school,
                    named.length > 1 ? Stage.valueOf(named[0]) : null,
                    null,
                    null,
                    null,
                    true,
                    null,
                    known(named[named.length - 1]),
                    null,
                    null,
                    Origin.REPORTED));
        }
        return this;
    }

    /** One day after the last. */
    County inspection(String item, String school, String grade, Double value) {
        ledger.add(new LedgerEntry(
                "L" + ledger.size(),
                CODE,
                null,
                school.isEmpty() ? null : school,
                null,
                null,
                null,
                "inspection",
                item,
                LocalDate.of(2025, 3, 1).plusDays(ledger.size()),
                null,
                null,
                value,
                null,
                null,
                "exact",
                grade,
                null,
                Origin.REPORTED));
        return this;
    }

    List<PolicyCheck> checks(List<MetricValue> figures) {
        return CountyChecks.of(
                CODE,
                CountyStandards.all(),
                PolicyRules.all(),
                figures,
                new CountyFacts(units, classes, teachers, ledger),
                Region.AS_OF);
    }

    /** A resource of a unit, so that the county is looked at. */
    static List<MetricValue> resources(String school, String stage) {
        return List.of(Region.figure("RES-01", "value", "", school, "2024", stage, "", "9", "100", "OK"));
    }

    static MetricValue headcount(String school, String stage, String students) {
        return Region.figure("ENR-14", "headcount", "", school, "2024", stage, "", students, "100", "OK");
    }

    /** How the county's own check of a stage came out. */
    static String result(List<PolicyCheck> checks, String item, String stage) {
        return one(checks, item, stage).result().name();
    }

    static PolicyCheck one(List<PolicyCheck> checks, String item, String stage) {
        List<PolicyCheck> found = checks.stream()
                .filter(check -> check.ruleId().equals(item)
                        && check.schoolCode().isEmpty()
                        && check.stage().equals(stage))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String known(String word) {
        return word.equals("-") ? null : word;
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
