package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Finds a person's name in a column of free text: a cell that says what the name's own cell on the line says. Names reach no table. */
final class RepeatedName {
    /** The bytes of one Chinese character; no name is so short, but 无 and 有 are. */
    private static final int ONE_CHARACTER = 3;

    private static final List<byte[]> NOBODY = Stream.of("暂无", "没有", "不详", "未知", "待定", "同上", "none")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final int[] names;
    private final boolean[] isFree;
    private final Slice name = new Slice();

    /** @param names cells of a line with names of persons */
    RepeatedName(Contract contract, List<Integer> names) {
        this.names = names.stream().mapToInt(Integer::intValue).toArray();
        isFree = new boolean[contract.columns().size()];
        for (int i = 0; i < isFree.length; i++) {
            Column column = contract.columns().get(i);
            isFree[i] = column.type() == Type.TEXT
                    && column.person() == null
                    && column.codes() == null
                    && (column.reference() == null || column.reference().open());
        }
    }

    /** Whether the column takes free text, also for a school that nobody handed in, and on this line one that is a name. */
    boolean is(int column, Slice value, Fields line) {
        if (names.length == 0 || !isFree[column]) {
            return false;
        }
        for (int place : names) {
            if (place < line.count) {
                name.set(line.buffer, line.starts[place], line.lengths[place]);
                name.trim();
                if (name.is(value) && isName(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Numbers are no names: a class 3 beside a list that numbers its pupils. Nor is what people write where there is nobody. */
    private static boolean isName(Slice text) {
        boolean isOneCharacter = text.length <= 1 || text.length == ONE_CHARACTER && text.at(0) < 0;
        return !isOneCharacter
                && !(text.at(0) >= '0' && text.at(0) <= '9')
                && NOBODY.stream().noneMatch(text::is);
    }
}
