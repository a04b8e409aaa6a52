package org.manyuan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.manyuan.SharedSpark;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.Origin;
import org.manyuan.record.RecordEncoder;

class LinkedExamFactsTest {
    @Test
    void givesTheSameFactsInAnyOrderAndPartitioning() {
        List<LinkedExamFact> once = facts(1);

        assertThat(once).hasSize(6);
        assertThat(once).allSatisfy(fact -> assertThat(fact.growth().length > 0)
                .as("a hundred pupils of an exam have growth percentiles, sixty have not")
                .isEqualTo(fact.examCode().equals("E")));
        for (int seed : List.of(2, 3)) {
            assertThat(facts(seed))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(once);
        }
    }

    private static List<LinkedExamFact> facts(int seed) {
        List<LinkedPupil> pupils = pupils();
        Collections.shuffle(pupils, new Random(seed));
        List<LinkedExamFact> facts = new ArrayList<>(LinkedExamFacts.of(SharedSpark.session()
                        .createDataset(pupils, RecordEncoder.of(LinkedPupil.class))
                        .repartition(seed))
                .collectAsList());
        facts.sort(Comparator.comparing(LinkedExamFact::examCode)
                .thenComparing(LinkedExamFact::schoolCode)
                .thenComparing(LinkedExamFact::priorCode));
        return facts;
    }

    /** Exam E of 120 pupils, F of 60, three schools each; one school came by another paper. */
    private static List<LinkedPupil> pupils() {
        Random random = new Random(7);
        List<LinkedPupil> pupils = new ArrayList<>();
        for (int i = 0; i < 180; i++) {
            String school = List.of("A", "B", "C").get(i % 3);
            int prior = 30 + random.nextInt(60);
            pupils.add(new LinkedPupil(
                    i < 120 ? "E" : "F",
                    "math",
                    school,
                    school.equals("C") ? "Q" : "P",
                    prior,
                    prior + random.nextInt(20),
                    new BigDecimal("1.000"),
                    500,
                    500 * 60,
                    500 * 4000,
                    Origin.REPORTED));
        }
        return pupils;
    }
}
