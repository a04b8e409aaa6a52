package org.manyuan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a place, from the one that is settled to the one that there is not. */
class PlaceWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 5 | 1   | 1   | 2 | 0 | ''     | OK            | 位次 1（90% 区间 1–1，中位数 1），有位次的集团共 5 个。进入前 2 名的概率 50.0%。与其余各集团的位次均可区分。
            2 | 5 | 1   | 4.5 | 2 | 2 | 甲、乙 | OK            | 位次 2（90% 区间 1–4.5，中位数 2），有位次的集团共 5 个。进入前 2 名的概率 50.0%。与甲、乙的位次不可区分。
            2 | 5 | 1   | 4.5 | 2 | 3 | 甲     | OK            | 位次 2（90% 区间 1–4.5，中位数 2），有位次的集团共 5 个。进入前 2 名的概率 50.0%。与甲以及另外 2 个集团的位次不可区分。
            2 | 5 | 1   | 4.5 | 2 | 3 | ''     | OK            | 位次 2（90% 区间 1–4.5，中位数 2），有位次的集团共 5 个。进入前 2 名的概率 50.0%。与另外 3 个集团的位次不可区分。
            2 | 5 | 1   | 5   | 2 | 4 | 甲、乙 | APPROXIMATE   | 位次 2（90% 区间 1–5，中位数 2），有位次的集团共 5 个。进入前 2 名的概率 50.0%。与其余 4 个集团的位次均不可区分。
            1 | 5 | 1   | 2   | 1 | 1 | 甲     | OK            | 位次 1（90% 区间 1–2，中位数 1），有位次的集团共 5 个。得第 1 位的概率 50.0%。与甲的位次不可区分。
            1 | 3 | 1   | 2   | 3 | 1 | 甲     | OK            | 位次 1（90% 区间 1–2，中位数 1），有位次的集团共 3 个。与甲的位次不可区分。
            1 | 1 | 1   | 1   | 3 | 0 | ''     | K_TOO_SMALL   | 只有一个集团有得分，不列位次。
              | 5 |     |     | 2 |   |        | MISSING_INPUT | 没有位次：数据缺失。
            """)
    void saysWhomItCannotBeToldFrom(
            Double rank,
            Long groups,
            Double better,
            Double worse,
            Long top,
            Long alike,
            String names,
            String flag,
            String said) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("rank", rank);
        cells.put("rank_median", rank);
        cells.put("ranked_groups", groups);
        cells.put("rank_p05", better);
        cells.put("rank_p95", worse);
        cells.put("top_places", top);
        cells.put("p_top", rank == null ? null : 0.5);
        cells.put("indistinct_groups", alike);
        cells.put("indistinct_names", names);
        cells.put("rank_flag", flag);

        assertThat(new PlaceWords(Words.in(Locale.SIMPLIFIED_CHINESE)).sentence(new Row(cells)))
                .isEqualTo(said);
    }
}
