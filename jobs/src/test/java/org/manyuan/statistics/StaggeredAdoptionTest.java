package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every figure of the golden panel: ATT(g,t), its averages, their errors by unit and by group, and the test of the years before. */
class StaggeredAdoptionTest {
    private final AdoptionPanel panel = GoldenPanel.panel();
    private final AdoptionInference byUnit = AdoptionInference.byUnit(panel);
    private final AdoptionInference byCluster = AdoptionInference.byCluster(panel);
    private final Set<String> compared = new HashSet<>();

    @ParameterizedTest
    @EnumSource(Controls.class)
    void agreesWithEveryGoldenFigure(Controls controls) {
        String prefix = controls == Controls.NEVER_TREATED ? "never." : "notyet.";
        GroupTimeEffects effects = GroupTimeEffects.of(panel, controls, 5);
        for (GroupTimeEffect cell : effects.known()) {
            agrees(cell.effect(), prefix + "att." + cell.cohort() + "." + cell.year());
        }
        AdoptionAverages averages = new AdoptionAverages(effects);
        agrees(averages.simple(), prefix + "simple");
        agree(averages.group(), prefix + "group.");
        agrees(averages.groupOverall(), prefix + "group.overall");
        agree(averages.event(), prefix + "event.");
        agrees(averages.eventOverall(), prefix + "event.overall");
        if (controls == Controls.NEVER_TREATED) {
            WaldTest test = byUnit.allZero(effects.before());
            agrees(test.statistic(), prefix + "pretest.wald");
            agrees(test.df(), prefix + "pretest.df");
            agrees(test.p(), prefix + "pretest.p");
        }
        assertThat(compared).as("golden answers looked at").hasSize(GoldenPanel.answers(prefix));
    }

    private void agree(Map<Integer, Effect> effects, String prefix) {
        effects.forEach((at, effect) -> agrees(effect, prefix + at));
    }

    private void agrees(Effect effect, String key) {
        agrees(effect.value(), key);
        agrees(byUnit.standardError(effect), key + ".se");
        agrees(byCluster.standardError(effect), key + ".se_clustered");
    }

    private void agrees(double actual, String key) {
        compared.add(key);
        double expected = GoldenPanel.answer(key);
        assertThat(actual).as(key).isCloseTo(expected, within(Golden.TEN_DIGITS * Math.abs(expected)));
    }
}
