package org.manyuan.record;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.encoders.Codec;

/** A set of enum values as tables write it: codes in the enum's own order, joined by commas ({@code P,J}); the empty set is empty text. */
final class EnumSetCode<E extends Enum<E>> implements Codec<Set<E>, String> {
    private static final long serialVersionUID = 1;

    private final Class<E> type;
    private final EnumCode<E> one;

    EnumSetCode(Class<E> type) {
        this.type = type;
        this.one = new EnumCode<>(type);
    }

    @Override
    public String encode(Set<E> values) {
        return values == null ? null : values.stream().sorted().map(one::encode).collect(Collectors.joining(","));
    }

    @Override
    public Set<E> decode(String codes) {
        EnumSet<E> values = EnumSet.noneOf(type);
        if (codes != null && !codes.isEmpty()) {
            for (String code : codes.split(",", -1)) {
                values.add(one.decode(code.strip()));
            }
        }
        return Collections.unmodifiableSet(values);
    }
}
