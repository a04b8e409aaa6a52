package org.manyuan.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Records out of the cells of a JDBC row, as {@link RecordRows} reads them out of a Spark row: the same columns, codes and decimals.
 * For who reads few rows and does not want to start Spark.
 *
 * @param <T> the record
 */
public final class RecordCells<T extends Record> {
    private static final String KEY = "_key";

    /** What reflection says of a record, asked once. */
    private record Shape(RecordComponent[] components, String[] columns) {
        private static final ClassValue<Shape> ALL = new ClassValue<>() {
            @Override
            protected Shape computeValue(Class<?> type) {
                RecordComponent[] components = type.getRecordComponents();
                return new Shape(
                        components,
                        Stream.of(components)
                                .map(component -> RecordRows.columnName(component.getName()))
                                .toArray(String[]::new));
            }
        };
    }

    private final Constructor<T> constructor;
    private final RecordComponent[] components;
    private final List<String> columns;

    /** For a record whose components are of types that {@link RecordEncoder} knows; records inside records are not read. */
    public RecordCells(Class<T> type) {
        components = Shape.ALL.get(type).components();
        columns = List.of(Shape.ALL.get(type).columns());
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** The columns that a row must have, in order. */
    public List<String> columns() {
        return columns;
    }

    /**
     * One record.
     *
     * @param cells as JDBC gives them, in the order of {@link #columns}
     * @throws IllegalArgumentException naming a component that a cell does not fit
     */
    public T read(List<Object> cells) {
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(cells.get(i), components[i]);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException cause) {
            throw new IllegalArgumentException(
                    "No " + components[0].getDeclaringRecord().getSimpleName() + " of these cells", cause);
        }
    }

    /**
     * The cells of a record by column, as a table would show them: enums by their codes. A person's key is left out.
     *
     * @return null where the record has null
     */
    public static Map<String, Object> columns(Record record) {
        Map<String, Object> cells = new LinkedHashMap<>();
        Shape shape = Shape.ALL.get(record.getClass());
        for (int i = 0; i < shape.columns().length; i++) {
            if (!shape.columns()[i].endsWith(KEY)) {
                cells.put(shape.columns()[i], shown(cell(record, shape.components()[i])));
            }
        }
        return cells;
    }

    /** All cells of a record in order: equal lists where the records say the same, also of arrays. */
    public static List<Object> cells(Record record) {
        return Stream.of(Shape.ALL.get(record.getClass()).components())
                .map(component -> shown(cell(record, component)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Object cell(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException cause) {
            throw new IllegalStateException(cause);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object shown(Object value) {
        if (value instanceof Enum<?> code) {
            return ((EnumCode) EnumCode.of(code.getDeclaringClass())).encode(code);
        }
        if (value instanceof int[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        }
        return value instanceof long[] numbers ? Arrays.stream(numbers).boxed().toList() : value;
    }

    private static Object value(Object cell, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Set.class) {
            return enums((String) cell, component);
        }
        if (cell == null) {
            return null;
        }
        if (type.isEnum()) {
            return code(type, (String) cell);
        }
        if (cell instanceof Number number) {
            return number(number, type);
        }
        if (type == LocalDate.class) {
            return cell instanceof LocalDate day ? day : ((java.sql.Date) cell).toLocalDate();
        }
        if (type == Instant.class) {
            return cell instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) cell).toInstant();
        }
        return type.isArray() ? array((Array) cell, type) : cell;
    }

    private static Object number(Number number, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(number.longValue());
        }
        if (type == long.class || type == Long.class) {
            return number.longValue();
        }
        if (type == double.class || type == Double.class) {
            return number.doubleValue();
        }
        // three decimals as everywhere (RecordEncoder); a stored decimal has no more
        return new BigDecimal(number.toString()).setScale(3, RoundingMode.UNNECESSARY);
    }

    private static Object array(Array cells, Class<?> type) {
        try {
            LongStream numbers =
                    Arrays.stream((Object[]) cells.getArray()).mapToLong(each -> ((Number) each).longValue());
            return type == long[].class
                    ? numbers.toArray()
                    : numbers.mapToInt(Math::toIntExact).toArray();
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static Object code(Class<?> type, String code) {
        return EnumCode.of(type).decode(code);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object enums(String codes, RecordComponent component) {
        ParameterizedType set = (ParameterizedType) component.getGenericType();
        return new EnumSetCode((Class) set.getActualTypeArguments()[0]).decode(codes);
    }
}
