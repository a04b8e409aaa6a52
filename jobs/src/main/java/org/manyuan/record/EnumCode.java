package org.manyuan.record;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.encoders.Codec;

/**
 * An enum value as tables write it: by its {@code code()} where the enum has one ({@code lead}, {@code 6-3}), else by its name. Null
 * stays null.
 */
final class EnumCode<E extends Enum<E>> implements Codec<E, String> {
    private static final long serialVersionUID = 1;

    /** One for each type, so that its codes are asked for once. */
    private static final ClassValue<EnumCode<?>> ALL = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        protected EnumCode<?> computeValue(Class<?> type) {
            return new EnumCode(type);
        }
    };

    private final Class<E> type;
    private transient volatile Map<String, E> byCode;
    private transient volatile Map<E, String> codes;

    EnumCode(Class<E> type) {
        this.type = type;
    }

    /** That of a type. */
    @SuppressWarnings("unchecked")
    static <E extends Enum<E>> EnumCode<E> of(Class<?> type) {
        return (EnumCode<E>) ALL.get(type);
    }

    @Override
    public String encode(E value) {
        if (value == null) {
            return null;
        }
        if (codes == null) {
            codes = Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Function.identity(), codeOf(type)));
        }
        return codes.get(value);
    }

    /** Throws IllegalArgumentException for a code that no value has. */
    @Override
    public E decode(String code) {
        if (code == null) {
            return null;
        }
        if (byCode == null) {
            byCode =
                    Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(codeOf(type), Function.identity()));
        }
        E value = byCode.get(code);
        if (value == null) {
            throw new IllegalArgumentException(
                    "unknown " + type.getSimpleName() + " '" + code + "': use one of " + byCode.keySet());
        }
        return value;
    }

    private static <E extends Enum<E>> Function<E, String> codeOf(Class<E> type) {
        Method code;
        try {
            code = type.getMethod("code");
        } catch (NoSuchMethodException none) {
            return Enum::name;
        }
        return value -> {
            try {
                return (String) code.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("code() of " + type.getName() + " cannot be called", e);
            }
        };
    }
}
