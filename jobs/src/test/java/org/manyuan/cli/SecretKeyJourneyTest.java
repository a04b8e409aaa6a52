package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ExplainMode;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** While files are handed in the secret shows in no plan, no option, no setting of Spark, no log and no answer. */
class SecretKeyJourneyTest {
    private static final List<String> PLANS = new CopyOnWriteArrayList<>();

    private static Desk desk;
    private static Answer answer;
    private static String log;

    @BeforeAll
    static void handInWithEverybodyListening() throws Exception {
        desk = Desk.empty("");
        SparkSession spark = desk.store().spark();
        QueryExecutionListener listener = new QueryExecutionListener() {
            @Override
            public void onSuccess(String action, QueryExecution plan, long nanos) {
                PLANS.add(plan.explainString(ExplainMode.fromString("formatted")));
                PLANS.add(plan.explainString(ExplainMode.fromString("extended")));
                PLANS.add(plan.logical().toJSON());
            }

            @Override
            public void onFailure(String action, QueryExecution plan, Exception failure) {
                PLANS.add(plan.explainString(ExplainMode.fromString("extended")) + failure);
            }
        };
        spark.listenerManager().register(listener);
        try (KeptLog kept = new KeptLog()) {
            SmallCounty.put(desk);
            answer = desk.run("ingest", "--debug", desk.workspace().inbox().toString());
            spark.sparkContext().listenerBus().waitUntilEmpty();
            log = kept.text();
        } finally {
            spark.listenerManager().unregister(listener);
        }
        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(desk.count("select count(distinct student_key) from stg_exam_score"))
                .isEqualTo(SmallCounty.PUPILS);
    }

    @Test
    void plansAndOptionsDoNotShowIt() throws IOException {
        String plans = String.join("\n", PLANS);
        assertThat(plans).as("the listener saw the reader").contains("source rows of exam_score");
        assertHides(plans);
    }

    @Test
    void settingsOfSparkAndOfThisProcessDoNotShowIt() throws IOException {
        SparkSession spark = desk.store().spark();
        StringBuilder settings =
                new StringBuilder(spark.sparkContext().getConf().toDebugString());
        settings.append(spark.conf().getAll());
        spark.sparkContext().hadoopConfiguration().forEach(settings::append);
        settings.append(System.getProperties());
        assertThat(settings).contains("spark.app.name");
        assertHides(settings.toString());
    }

    @Test
    void logsAndAnswersDoNotShowIt() throws IOException {
        assertThat(log).as("the log was kept").contains("org.apache.spark");
        assertHides(log);
        assertHides(answer.said());
        String postgres = Files.readString(desk.workspace().postgres().resolve("postgres.log"));
        assertHides(postgres);
    }

    @Test
    void logsNameNoPupilEither() {
        for (int pupil = 0; pupil < SmallCounty.PUPILS; pupil++) {
            assertThat(log + String.join("\n", PLANS)).doesNotContain(SmallCounty.number(pupil));
        }
    }

    /** Neither as it stands in its file, nor as bytes in another writing. */
    private static void assertHides(String text) throws IOException {
        String key = Files.readString(desk.workspace().secretKey()).strip();
        byte[] bytes = Base64.getUrlDecoder().decode(key);
        assertThat(text.contains(key)).isFalse();
        assertThat(text.contains(key.substring(0, 20))).isFalse();
        assertThat(text.toLowerCase(java.util.Locale.ROOT)
                        .contains(HexFormat.of().formatHex(bytes)))
                .isFalse();
        assertThat(text.contains(Base64.getEncoder().encodeToString(bytes))).isFalse();
        assertThat(text.contains(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isFalse();
    }
}
