package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.manyuan.store.LakeQuery;

/** What a bureau has said in public is kept in any district, whether or not anything says how it is computed. */
class RecordedFiguresJourneyTest {
    @Test
    void aFigureThatNothingComputesIsRecordedAndNeverComputedByAnotherRegionsEntry() {
        Desk desk = Desk.empty("");
        desk.put("370102/district.csv", """
                district_code | name   | level    | parent_code
                370000        | 山东省 | province |
                370100        | 济南市 | city     | 370000
                370102        | 历下区 | county   | 370100
                370103        | 市中区 | county   | 370100
                """);
        desk.put("370102/enrollment.csv", """
                学校代码   | 学年 | 学段 | 年级 | 学生数
                3137000001 | 2021 | J    | 7    | 400
                """);
        desk.put("370102/school.csv", """
                学校代码   | 生效日期   | 学校名称
                3137000001 | 2000-01-01 | 东关小学
                """);
        desk.put("370102/published_figure.csv", """
                figure_id | district_code | item       | value | unit | as_of      | quote
                LX-1      | 370102        | 教育集团数 | 7     | 个   | 2022-06-30 | 全区组建教育集团7个
                F-LY1a    | 370102        | 办学集团数 | 112   | 个   | 2022-06-30 | 全市112个
                SZ-9      | 370103        | 教育集团数 | 20    | 个   | 2022-06-30 | 全区20个
                F-LY1b    | 370103        | 县区数     | 12    | 个   | 2022-06-30 | 12个县区
                """);
        Answer handedIn = desk.ingest("zh", desk.workspace().inbox());
        assertThat(handedIn.exit()).as(handedIn.said()).isZero();
        Answer built = desk.run("build");
        assertThat(built.exit()).as(built.said()).isZero();

        try (LakeQuery lake = desk.lake()) {
            assertThat(lake.rows("select figure_id, result, value, computed from published_check order by 1"))
                    .containsExactly(
                            Arrays.asList("F-LY1a", "RECORDED", 112.0, null),
                            Arrays.asList("F-LY1b", "RECORDED", 12.0, null),
                            Arrays.asList("LX-1", "RECORDED", 7.0, null),
                            Arrays.asList("SZ-9", "RECORDED", 20.0, null));
        }
    }
}
