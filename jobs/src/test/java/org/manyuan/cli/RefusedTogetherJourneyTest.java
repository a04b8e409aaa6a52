package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of one call that contradict each other: a refused one was never handed in, and nothing stands against it. */
class RefusedTogetherJourneyTest {
    private static final String FOLDER = "370305/";

    private static Desk desk;

    @BeforeAll
    static void handInGroupsAndTheFirstMember() {
        desk = Desk.empty("");
        Answer answer = desk.ingest(
                "zh",
                desk.put(FOLDER + "district.csv", """
                        district_code | name | level
                        370305        | 临淄区 | county
                        """),
                desk.put(FOLDER + "school.csv", """
                        学校代码     | 生效日期   | 学校名称 | 办学类型
                        3137000001 | 2000-01-01 | 第一中学 | 311
                        3137000002 | 2000-01-01 | 第二中学 | 311
                        3137000003 | 2000-01-01 | 第三中学 | 311
                        """),
                desk.put(FOLDER + "education_group.csv", """
                        group_code | name   | kind            | founded_on
                        G1         | 一中集团 | education_group | 2022-08-01
                        G2         | 二中集团 | education_group | 2022-08-01
                        G3         | 三中集团 | education_group | 2022-08-01
                        """),
                desk.put(FOLDER + "group_membership.csv", """
                        group_code | school_code | joined_on  | role
                        G1         | 3137000001  | 2022-08-01 | lead
                        """));
        assertThat(answer.exit()).as(answer.said()).isZero();
    }

    /** The first of them stands against what counts too, so it goes, and half of the second had stood against it alone. */
    @Test
    void aFileIsNotRefusedForWhatARefusedOneSays() {
        Path wrong = desk.put(FOLDER + "group_membership-错.csv", """
                group_code | school_code | joined_on  | role
                G2         | 3137000001  | 2024-09-01 | lead
                G2         | 3137000002  | 2024-09-01 | member
                """);
        Path right = desk.put(FOLDER + "group_membership-对.csv", """
                group_code | school_code | joined_on  | role
                G3         | 3137000002  | 2024-09-01 | lead
                G3         | 3137000003  | 2024-09-01 | member
                """);

        JsonNode answered = answered(wrong, right);

        assertThat(answered.findValuesAsText("outcome")).containsExactly("REFUSED", "ACCEPTED");
        assertThat(answered.get(1).get("problems")).isEmpty();
        assertThat(answered.get(0).findValuesAsText("code"))
                .containsExactlyInAnyOrder("OVERLAPPING_MEMBERSHIP", "TOO_MANY_REJECTS");
        assertThat(desk.count("select count(*) from stg_group_membership where group_code = 'G3'"))
                .isEqualTo(2);
    }

    @Test
    void ofTwoThatContradictEachOtherAlikeNeitherIsTaken() {
        Path one = desk.put(FOLDER + "group_membership-甲.csv", """
                group_code | school_code | joined_on  | left_on    | role
                G2         | 3137000003  | 2019-09-01 | 2020-09-01 | member
                """);
        Path other = desk.put(FOLDER + "group_membership-乙.csv", """
                group_code | school_code | joined_on  | left_on    | role
                G3         | 3137000003  | 2020-01-01 | 2021-09-01 | member
                """);

        assertThat(answered(one, other).findValuesAsText("outcome")).containsExactly("REFUSED", "REFUSED");
    }

    private static JsonNode answered(Path... files) {
        return desk.run("ingest", "--json", files[0].toString(), files[1].toString())
                .json();
    }
}
