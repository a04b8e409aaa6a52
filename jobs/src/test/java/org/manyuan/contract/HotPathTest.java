package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty million rows make no garbage: the checks of a score allocate nothing once they are warm. */
class HotPathTest {
    private static final int ROUNDS = 20_000;

    private long accepted;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            exam_code,subject,student_id,school_code,class_no,score,status | E1,math,S%d,3137000001,1,87.5,present
            考试代码,考号,姓名,学校,班级,数学                                   | E1,S%d,某,一中,1,101
            """)
    void makesNoObjectForARow(String header, String line) {
        References known = References.builder("cn")
                .district("370305", null)
                .school("3137000001", "370305", null, "一中", null)
                .exam("E1", "370305")
                .paper("E1", "math", new BigDecimal("120"), new BigDecimal("0.5"))
                .build();
        Match match = HeaderMatch.bind(
                Contracts.all(), new Header(TextLines.cells(header, ','), 1), new SourceName("exam_score.csv", null));
        RowSink sink = new RowEnds((at, rejects) -> accepted += rejects == null ? 1 : 0);
        RowReader reader = match.binding().open(known, (purpose, id, from, length, key) -> {});
        List<Fields> students = IntStream.range(0, 10)
                .mapToObj(i -> TextLines.fields(TextLines.cells(line.formatted(i), ','), i))
                .toList();
        read(reader, students, sink);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());

        read(reader, students, sink);

        long bytes = thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(accepted).isEqualTo(2L * ROUNDS);
        assertThat(bytes).as("bytes for %d rows", ROUNDS).isLessThan(ROUNDS);
    }

    private static void read(RowReader reader, List<Fields> lines, RowSink sink) {
        for (int i = 0; i < ROUNDS; i++) {
            reader.read(lines.get(i % lines.size()), sink);
        }
    }
}
