package org.manyuan.store;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Map;

/**
 * Which lines of each piece are read: all, only those that stand apart, or all but those. One bit a line, counted from the piece's first.
 *
 * @param apart lines that stand apart, by the number of the piece; a piece without such lines is absent
 */
record LineChoice(Kind kind, Map<Integer, BitSet> apart) implements Serializable {
    /** Which of them. */
    enum Kind {
        ALL,
        APART,
        PLAIN
    }

    static final LineChoice ALL = new LineChoice(Kind.ALL, Map.of());

    /** Whether anything of a piece is read. */
    boolean reads(ReadPlan.Piece piece) {
        return kind != Kind.APART || apart.containsKey(piece.number());
    }

    /** The same for one piece, for who asks about every line. */
    OfPiece of(ReadPlan.Piece piece) {
        return new OfPiece(
                kind,
                apart.getOrDefault(piece.number(), new BitSet()),
                piece.split().firstLine());
    }

    /** The place of a line within its piece; root rows, which come before the first line of a file, are line 0. */
    static int place(long line, long firstLine) {
        return line == 0 ? 0 : Math.toIntExact(line - firstLine + 1);
    }

    record OfPiece(Kind kind, BitSet apart, long firstLine) {
        boolean takes(long line) {
            return kind == Kind.ALL || apart.get(place(line, firstLine)) == (kind == Kind.APART);
        }
    }
}
