package org.manyuan.contract;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the bytes of a cell come from. Has no state, so one serves every reader. */
interface CellSource extends Serializable {
    /** Points the slice at the trimmed bytes; an empty slice is an empty cell. */
    void load(Fields fields, Slice into);

    /** What the column is called in the source, for rejects. */
    String header();

    /** The cells of the line that it is made of, the one that it speaks for first; none for a constant. */
    default List<Field> fields() {
        return List.of();
    }

    /** A cell of the line. */
    record Field(int index, String header) implements CellSource {
        @Override
        public void load(Fields fields, Slice into) {
            if (index < fields.count) {
                into.set(fields.buffer, fields.starts[index], fields.lengths[index]);
                into.trim();
            } else {
                into.clear();
            }
        }

        @Override
        public List<Field> fields() {
            return List.of(this);
        }
    }

    /** What says the same for every line. */
    enum Origin {
        HEADER_OR_MAPPING,
        FILE_NAME,
        FOLDER
    }

    /** The same for every line. Two are equal where they say the same. */
    final class Constant implements CellSource {
        private static final long serialVersionUID = 1L;

        private final String text;
        private final String header;
        private final Origin origin;
        private final byte[] bytes;

        Constant(String text, String header) {
            this(text, header, Origin.HEADER_OR_MAPPING);
        }

        Constant(String text, String header, Origin origin) {
            this.text = text;
            this.header = header;
            this.origin = origin;
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void load(Fields fields, Slice into) {
            into.set(bytes);
            into.trim();
        }

        @Override
        public String header() {
            return header;
        }

        String text() {
            return text;
        }

        Origin origin() {
            return origin;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Constant constant && text.equals(constant.text) && header.equals(constant.header);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /** The first of several that is not empty. */
    record FirstFilled(List<CellSource> sources) implements CellSource {
        @Override
        public void load(Fields fields, Slice into) {
            for (int i = 0; i < sources.size(); i++) {
                sources.get(i).load(fields, into);
                if (!into.isEmpty()) {
                    return;
                }
            }
        }

        @Override
        public String header() {
            return sources.get(0).header();
        }

        @Override
        public List<Field> fields() {
            return sources.stream().flatMap(source -> source.fields().stream()).toList();
        }
    }
}
