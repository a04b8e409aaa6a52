package org.manyuan.contract;

import java.util.List;

/** Finds a person's name in a column of free text: a cell that says what the name's own cell on the line says. Names reach no table. */
final class RepeatedName {
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
                    && column.reference() == null;
        }
    }

    /** Whether the column takes free text, and on this line one that is a name. */
    boolean is(int column, Slice value, Fields line) {
        if (names.length == 0 || !isFree[column]) {
            return false;
        }
        for (int place : names) {
            if (place < line.count) {
                name.set(line.buffer, line.starts[place], line.lengths[place]);
                name.trim();
                if (isWord(name) && name.is(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Numbers are no names: a class 3 beside a list that numbers its pupils. */
    private static boolean isWord(Slice text) {
        return text.length > 1 && !(text.at(0) >= '0' && text.at(0) <= '9');
    }
}
