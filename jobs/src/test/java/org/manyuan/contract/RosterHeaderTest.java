package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RosterHeaderTest {
    @Test
    void numbersAndNamesAreFoundUnderATitleAndByAlias() {
        assertThat(RosterHeader.among(
                        List.of(new Header(List.of("某区教师名单"), 1), new Header(List.of("序号", "姓 名", "*工号（必填）"), 3))))
                .contains(new RosterHeader(3, 2, 1));
        assertThat(RosterHeader.among(List.of(new Header(List.of("teacher_id", "教师姓名"), 1))))
                .contains(new RosterHeader(1, 0, 1));
    }

    @Test
    void aListWithoutNamesHasNoNameColumn() {
        assertThat(RosterHeader.among(List.of(new Header(List.of("教师编号"), 1)))).contains(new RosterHeader(1, 0, -1));
    }

    @Test
    void withoutNumbersThereIsNoHeader() {
        assertThat(RosterHeader.among(List.of(new Header(List.of("姓名", "学校"), 1))))
                .isEmpty();
        assertThat(RosterHeader.among(List.of())).isEmpty();
    }
}
