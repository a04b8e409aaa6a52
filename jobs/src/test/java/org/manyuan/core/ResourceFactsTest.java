package org.manyuan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.SharedSpark;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.Stage;
import org.manyuan.record.RecordRows;

class ResourceFactsTest {
    @Test
    void areTheRowsAsTheyWereHandedIn() {
        ResourceFact fact =
                ResourceFacts.of(handedIn("1200", "9999999999.99", "0.50")).first();

        assertThat(fact.schoolCode()).isEqualTo("a");
        assertThat(fact.stage()).isEqualTo(Stage.P);
        assertThat(fact.students()).isEqualTo(1200);
        assertThat(fact.equipmentValue())
                .as("the largest that the contract takes")
                .isEqualByComparingTo("9999999999.99");
        assertThat(fact.backboneTeachers()).as("half a person").isEqualByComparingTo("0.5");
    }

    @Test
    void whatWasNotHandedInStaysUnknown() {
        ResourceFact fact = ResourceFacts.of(handedIn("null", "null", "null")).first();

        assertThat(fact.students()).isNull();
        assertThat(fact.equipmentValue()).isNull();
        assertThat(fact.backboneTeachers()).isNull();
    }

    @Test
    void areStoredWithTheContractsColumns() {
        assertThat(RecordRows.table(ResourceFacts.of(handedIn("1", "1", "1")), ResourceFact.class)
                        .columns())
                .startsWith("school_code", "school_year", "stage", "students", "teachers", "qualified_teachers")
                .endsWith("multimedia_rooms", "computers", "books", "origin");
    }

    private static Dataset<Row> handedIn(String students, String equipment, String backbone) {
        String others = Arrays.stream(
                        ("teachers qualified_teachers arts_sports_teachers intermediate_title_teachers teaching_area"
                                        + " indoor_sports_area sports_area multimedia_rooms computers books")
                                .split(" "))
                .map(name -> "cast(1 as decimal(16,2)) as " + name)
                .collect(Collectors.joining(", "));
        return SharedSpark.session()
                .sql("select 'a' as school_code, 2024 as school_year, 'P' as stage, cast(" + students
                        + " as int) as students, cast(" + equipment + " as decimal(16,2)) as equipment_value, cast("
                        + backbone + " as decimal(12,2)) as backbone_teachers, 3 as senior_posts, 60 as posts_quota,"
                        + " 2 as recruits, 'reported' as origin, " + others);
    }
}
