package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimesTest {
    private static final Progress.Step SLOW = new Progress.Step("慢", "slow");
    private static final Progress.Step QUICK = new Progress.Step("快", "quick");

    @Test
    void everyStepIsTakenAndTheyAddUpToTheWhole() throws InterruptedException {
        List<Progress.Step> heard = new ArrayList<>();
        StepTimes times = new StepTimes(heard::add);
        times.step(SLOW);
        Thread.sleep(60);
        times.step(QUICK);
        times.step(SLOW);
        Thread.sleep(40);
        StepTimes.Taken all = times.all();

        assertThat(heard).containsExactly(SLOW, QUICK, SLOW);
        assertThat(times.steps())
                .extracting(taken -> taken.step().english())
                .containsExactly("", "slow", "quick", "slow");
        assertThat(times.of(List.of(SLOW)).seconds()).isBetween(0.1, all.seconds());
        assertThat(times.steps().stream().mapToDouble(StepTimes.Taken::seconds).sum())
                .isCloseTo(all.seconds(), within(1e-9));
    }

    @Test
    void whatIsTakenAwayLeavesAtLeastNothing() {
        StepTimes.Taken one = new StepTimes.Taken(SLOW, 3, 5);
        assertThat(one.minus(new StepTimes.Taken(QUICK, 1, 7))).isEqualTo(new StepTimes.Taken(SLOW, 2, 0));
        assertThat(one.plus(new StepTimes.Taken(QUICK, 1, 7))).isEqualTo(new StepTimes.Taken(SLOW, 4, 12));
    }

    @Test
    void theShareOfAClassIsThatOfTheMomentsInWhichItRuns() {
        double share = StackShare.of("StepTimesTest$Work", List.of("StepTimesTest$Part"), () -> {
            new Work().run(300);
        });
        assertThat(share).isBetween(0.2, 0.8);
        assertThat(StackShare.of("StepTimesTest$Part", List.of("Nobody"), () -> {}))
                .isZero();
    }

    private static final class Work {
        void run(int milliseconds) {
            new Part().run(milliseconds / 2);
            spend(milliseconds / 2);
        }
    }

    private static final class Part {
        void run(int milliseconds) {
            spend(milliseconds);
        }
    }

    private static void spend(int milliseconds) {
        long until = System.nanoTime() + milliseconds * 1_000_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
