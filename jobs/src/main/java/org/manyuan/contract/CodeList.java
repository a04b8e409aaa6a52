package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A code list as the hot path wants it: every way to write a code leads to its canonical bytes. Learns spellings as they come. */
final class CodeList {
    private static final int MOST_LEARNED = 4096;

    private final ByteIndex spellings = new ByteIndex();
    private final List<byte[]> canonical = new ArrayList<>();
    private final int given;

    CodeList(Codes codes) {
        codes.aliases().forEach((code, aliases) -> {
            byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
            learn(code, bytes);
            learn(Words.normal(code), bytes);
            for (String alias : aliases) {
                learn(alias, bytes);
                learn(Words.normal(alias), bytes);
            }
        });
        given = spellings.size();
    }

    /** The canonical code; null where the text is none. */
    byte[] find(Slice in) {
        int known = spellings.find(in.buffer, in.from, in.length);
        if (known >= 0) {
            return canonical.get(known);
        }
        byte[] normal = Words.normal(in.text()).getBytes(StandardCharsets.UTF_8);
        int meant = spellings.find(normal, 0, normal.length);
        byte[] code = meant < 0 ? null : canonical.get(meant);
        // what is unknown is learned too: the same stray value comes many times; but never without end
        if (spellings.size() < given + MOST_LEARNED) {
            learn(in.text(), code);
        }
        return code;
    }

    private void learn(String spelling, byte[] code) {
        if (spellings.add(spelling) == canonical.size()) {
            canonical.add(code);
        }
    }
}
