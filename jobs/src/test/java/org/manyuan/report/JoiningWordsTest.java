package org.manyuan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoiningWordsTest {
    @Test
    void saysWhatJoiningDid() throws SQLException, IOException {
        assertThat(said(Locale.SIMPLIFIED_CHINESE, ".324, .1, .548, 'OK', 'NARROWED'", ".4"))
                .containsExactly("加入集团的作用（教育集团；初中9年级数学）：成员校加入以来，与从未加入的学校相比多提高 0.32 个标准差，"
                        + "95% 区间 [0.10, 0.55]（集团间差异），24 所学校：加入集团缩小了与牵头校原有水平的差距。加入之前两者的变化看不出不同。");
        assertThat(said(Locale.ENGLISH, "-.324, -.548, -.1, 'OK', 'WIDENED'", ".4"))
                .containsExactly(
                        "Effect of joining (education group; junior grade 9, mathematics): since they joined, members fell by"
                                + " 0.32 SD compared with schools that never joined, 95% interval [−0.55, −0.10] (groups as a sample), 24 schools:"
                                + " the gap to the lead's former level widened with joining. Before joining both moved alike as far as can be"
                                + " seen.");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            null, null, null, 'K_TOO_SMALL', 'NOT_JUDGED'  | null | 同一年加入的成员校不足五所
            null, null, null, 'BASE_MISSING', 'NOT_JUDGED' | null | 加入之前有成绩的年份不足两年
            null, null, null, 'SUPPRESSED', null           | null | 有学校人数太少
            .3, .1, .5, 'APPROXIMATE', 'NOT_JUDGED'        | null | 同一年加入的都属于一个集团
            .3, .1, .5, 'OK', 'NOT_JUDGED'                 | null | 数据还检验不了
            .3, .1, .5, 'OK', 'NOT_JUDGED'                 | .01  | 成员校加入之前的变化就与其他学校不同
            """)
    void saysWhyItCannotBeToldYet(String figures, String before, String why) throws SQLException, IOException {
        assertThat(said(Locale.SIMPLIFIED_CHINESE, figures, before))
                .singleElement()
                .asString()
                .contains("加入集团是否缩小了差距，还不能判断：" + why);
        assertThat(said(Locale.ENGLISH, figures, before))
                .singleElement()
                .asString()
                .contains("it cannot be told yet whether joining narrowed the gap: ");
    }

    /** What is said on one effect of 2024: value, ends of its interval, flag and verdict; p of the years before. */
    private static List<String> said(Locale locale, String figures, String before) throws SQLException, IOException {
        try (ReleasedTables tables = new ReleasedTables()) {
            tables.run("""
                    insert into rel_metric_value (metric_id, measure, variant, district_code, school_year, stage, grade, subject, k, value,
                        ci_lo, ci_hi, flag, verdict, p)
                    values ('GAP-18', 'group', 'education_group/overall', '990100', 2024, 'J', '9', 'math', 24, %s, null),
                        ('GAP-18', 'group', 'education_group/not_yet/overall', '990100', 2024, 'J', '9', 'math', 24, .1, 0, 1, 'OK', null, null),
                        ('GAP-18', 'pretest', 'education_group', '990100', 2024, 'J', '9', 'math', 24, 2, null, null, 'OK', null, %s)
                    """.formatted(figures, before));
            Words words = Words.in(locale);
            return ReportRows.of(tables, new DistrictYear("990100", "示例县", 2024)).joiningHeadlines().stream()
                    .map(new JoiningWords(words)::sentence)
                    .toList();
        }
    }
}
