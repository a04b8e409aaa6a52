package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.Gap;
import org.manyuan.synthesis.CountyPlan.Group;
import org.manyuan.synthesis.CountyPlan.Series;
import org.manyuan.synthesis.ExchangeSpells.Spell;
import org.manyuan.synthesis.Planted.KnownChange;
import org.manyuan.synthesis.Planted.KnownExchange;
import org.manyuan.synthesis.Planted.KnownFault;
import org.manyuan.synthesis.Planted.KnownGap;
import org.manyuan.synthesis.Planted.KnownIntake;
import org.manyuan.synthesis.Staff.Teacher;

/** Writes down what was planted, from the plan and the same chance that made the rows. */
final class Answers {
    private static final String JUDGING_KIND = "graduation";
    private final CountyPlan plan;
    private final Chance chance;
    private final Cohorts cohorts;
    private final ExchangeSpells exchanges;

    Answers(CountyPlan plan, Chance chance, Cohorts cohorts, ExchangeSpells exchanges) {
        this.plan = plan;
        this.chance = chance;
        this.cohorts = cohorts;
        this.exchanges = exchanges;
    }

    Planted planted(long seed) {
        List<KnownGap> gaps = new ArrayList<>();
        for (Series series : plan.series()) {
            for (int year : plan.years()) {
                double perSubject = Sitting.perSubject(plan, chance, cohorts, series, year);
                plan.groups().forEach(group -> gaps.addAll(gaps(group, series, year, perSubject)));
            }
        }
        return new Planted(plan.region(), seed, gaps, changes(gaps), exchanges(), intakes(), faults());
    }

    private List<KnownGap> gaps(Group group, Series series, int year, double perSubject) {
        Gap gap = group.gaps().get(series.stage());
        if (gap == null) {
            return List.of();
        }
        double planned = gap.planned().get(year - plan.firstYear());
        return series.allPapers().keySet().stream()
                .map(subject -> new KnownGap(
                        group.code(),
                        gap.metric(),
                        series.examCode(year),
                        series.name(),
                        year,
                        subject,
                        subject.equals("total") ? planned : planned * perSubject))
                .toList();
    }

    private List<KnownChange> changes(List<KnownGap> gaps) {
        List<KnownChange> changes = new ArrayList<>();
        int base = plan.firstGroupYear() - 1;
        for (KnownGap before : gaps) {
            if (before.schoolYear() != base) {
                continue;
            }
            Series series = plan.series().stream()
                    .filter(s -> s.name().equals(before.series()))
                    .findFirst()
                    .orElseThrow();
            Group group = plan.groups().stream()
                    .filter(g -> g.code().equals(before.groupCode()))
                    .findFirst()
                    .orElseThrow();
            KnownGap after = gaps.stream()
                    .filter(gap -> gap.schoolYear() == plan.lastYear()
                            && gap.series().equals(before.series())
                            && gap.groupCode().equals(before.groupCode())
                            && gap.subject().equals(before.subject()))
                    .findFirst()
                    .orElseThrow();
            changes.add(new KnownChange(
                    before.groupCode(),
                    before.metric(),
                    before.series(),
                    before.subject(),
                    base,
                    plan.lastYear(),
                    before.gap(),
                    after.gap(),
                    group.gaps().get(series.stage()).verdict(),
                    series.kind().equals(JUDGING_KIND)));
        }
        return changes;
    }

    private List<KnownExchange> exchanges() {
        List<Spell> spells = exchanges.all();
        List<KnownExchange> known = new ArrayList<>();
        for (Group group : plan.groups()) {
            for (int year = plan.firstGroupYear(); year <= plan.lastYear(); year++) {
                int now = year;
                List<Teacher> exchanged = spells.stream()
                        .filter(spell -> spell.counts()
                                && spell.schoolYear() == now
                                && spell.group().equals(group.code()))
                        .map(Spell::teacher)
                        .distinct()
                        .toList();
                int backbone =
                        (int) exchanged.stream().filter(Teacher::backbone).count();
                int eligible = exchanges.eligible(group, year).size();
                known.add(new KnownExchange(group.code(), year, exchanged.size(), eligible, backbone));
            }
        }
        return known;
    }

    private List<KnownIntake> intakes() {
        List<KnownIntake> known = new ArrayList<>();
        for (Group group : plan.groups()) {
            for (Stage stage : Stage.values()) {
                for (int year : plan.years()) {
                    int lead = cohorts.size(plan.school(group.lead()), stage, year);
                    int members = group.members().keySet().stream()
                            .mapToInt(code -> cohorts.size(plan.school(code), stage, year))
                            .sum();
                    Map.of("lead", lead, "member", members).entrySet().stream()
                            .filter(side -> side.getValue() > 0)
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(side -> known.add(
                                    new KnownIntake(group.code(), side.getKey(), stage, year, side.getValue())));
                }
            }
        }
        return known;
    }

    private List<KnownFault> faults() {
        return plan.faults().stream()
                .map(fault -> new KnownFault(
                        fault.file() + "." + plan.file(fault.file()).format().ending(), fault.kind(), fault.rows()))
                .toList();
    }
}
