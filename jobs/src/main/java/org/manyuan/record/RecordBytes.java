package org.manyuan.record;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.encoders.Codec;

/**
 * A record of any class as bytes, where a row carries one of many and no column of it is asked for on the way: the name of the class,
 * then its components in order, each as short as its type allows. Null stays null. Bytes live as long as a job; they are stored nowhere.
 */
final class RecordBytes implements Codec<Record, byte[]>, Serializable {
    private static final long serialVersionUID = 1;
    private static final Map<String, Shape> BY_NAME = new ConcurrentHashMap<>();
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    @Override
    public byte[] encode(Record record) {
        if (record == null) {
            return null;
        }
        Shape shape = SHAPES.get(record.getClass());
        Written out = new Written();
        out.text(record.getClass().getName());
        for (int i = 0; i < shape.parts.length; i++) {
            shape.parts[i].write(out, shape.cell(record, i));
        }
        return out.bytes();
    }

    @Override
    public Record decode(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Shape shape = BY_NAME.computeIfAbsent(text(in), RecordBytes::shape);
        Object[] cells = new Object[shape.parts.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = shape.parts[i].read(in);
        }
        return shape.record(cells);
    }

    private static Shape shape(String name) {
        try {
            return SHAPES.get(Class.forName(name, true, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** How a record is taken apart and put together again; asked of reflection once. */
    private record Shape(MethodHandle maker, MethodHandle[] getters, Part[] parts) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                MethodHandle[] getters = new MethodHandle[components.length];
                for (int i = 0; i < getters.length; i++) {
                    getters[i] = lookup.unreflect(components[i].getAccessor())
                            .asType(MethodType.methodType(Object.class, Record.class));
                }
                MethodHandle maker = lookup.unreflectConstructor(type.getDeclaredConstructor(types))
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Record.class, Object[].class));
                return new Shape(
                        maker, getters, Arrays.stream(types).map(Part::of).toArray(Part[]::new));
            } catch (ReflectiveOperationException cause) {
                throw new IllegalStateException(cause);
            }
        }

        Object cell(Record record, int at) {
            try {
                return (Object) getters[at].invokeExact(record);
            } catch (Throwable cause) {
                throw new IllegalStateException(cause);
            }
        }

        Record record(Object[] cells) {
            try {
                return (Record) maker.invokeExact(cells);
            } catch (Throwable cause) {
                throw new IllegalStateException("No " + maker.type().returnType() + " of these bytes", cause);
            }
        }
    }

    /** How the cells of one component are written. */
    private interface Part {
        void write(Written out, Object cell);

        Object read(ByteBuffer in);

        /** @throws IllegalArgumentException for a type that no fact has */
        static Part of(Class<?> type) {
            if (type == int.class) {
                return part((out, cell) -> out.number((int) cell), in -> (int) number(in));
            }
            if (type == long.class) {
                return part((out, cell) -> out.number((long) cell), RecordBytes::number);
            }
            if (type == int[].class) {
                return orNull(part(Part::writeInts, Part::ints));
            }
            if (type == long[].class) {
                return orNull(part(Part::writeLongs, Part::longs));
            }
            return orNull(ofObject(type));
        }

        private static Part ofObject(Class<?> type) {
            if (type == String.class) {
                return part((out, cell) -> out.text((String) cell), RecordBytes::text);
            }
            if (type == Long.class) {
                return part((out, cell) -> out.number((long) cell), RecordBytes::number);
            }
            if (type == Integer.class) {
                return part((out, cell) -> out.number((int) cell), in -> (int) number(in));
            }
            if (type == Double.class) {
                return part((out, cell) -> out.bits((double) cell), ByteBuffer::getDouble);
            }
            if (type == Boolean.class) {
                return part((out, cell) -> out.number((boolean) cell ? 1 : 0), in -> number(in) == 1);
            }
            if (type == LocalDate.class) {
                return part(
                        (out, cell) -> out.number(((LocalDate) cell).toEpochDay()),
                        in -> LocalDate.ofEpochDay(number(in)));
            }
            if (type == BigDecimal.class) {
                return part(Part::writeDecimal, Part::decimal);
            }
            if (type.isEnum()) {
                Object[] codes = type.getEnumConstants();
                return part((out, cell) -> out.number(((Enum<?>) cell).ordinal()), in -> codes[(int) number(in)]);
            }
            throw new IllegalArgumentException("No fact has a component of " + type);
        }

        private static void writeInts(Written out, Object cell) {
            int[] numbers = (int[]) cell;
            out.number(numbers.length);
            for (int number : numbers) {
                out.number(number);
            }
        }

        private static int[] ints(ByteBuffer in) {
            int[] numbers = new int[(int) number(in)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (int) number(in);
            }
            return numbers;
        }

        private static void writeLongs(Written out, Object cell) {
            long[] numbers = (long[]) cell;
            out.number(numbers.length);
            for (long number : numbers) {
                out.number(number);
            }
        }

        private static long[] longs(ByteBuffer in) {
            long[] numbers = new long[(int) number(in)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number(in);
            }
            return numbers;
        }

        private static void writeDecimal(Written out, Object cell) {
            BigDecimal decimal = (BigDecimal) cell;
            out.number(decimal.scale());
            out.raw(decimal.unscaledValue().toByteArray());
        }

        private static BigDecimal decimal(ByteBuffer in) {
            int scale = (int) number(in);
            return new BigDecimal(new BigInteger(raw(in)), scale);
        }

        private static Part orNull(Part of) {
            return part(
                    (out, cell) -> {
                        out.number(cell == null ? 0 : 1);
                        if (cell != null) {
                            of.write(out, cell);
                        }
                    },
                    in -> number(in) == 0 ? null : of.read(in));
        }

        private static Part part(
                java.util.function.BiConsumer<Written, Object> write,
                java.util.function.Function<ByteBuffer, Object> read) {
            return new Part() {
                @Override
                public void write(Written out, Object cell) {
                    write.accept(out, cell);
                }

                @Override
                public Object read(ByteBuffer in) {
                    return read.apply(in);
                }
            };
        }
    }

    /** Bytes as they are written. */
    private static final class Written {
        private byte[] bytes = new byte[512];
        private int length;

        /** A whole number: seven bits a byte, small ones of either sign in one. */
        void number(long number) {
            room(10);
            long rest = (number << 1) ^ (number >> 63);
            while ((rest & ~0x7FL) != 0) {
                bytes[length++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }

        void bits(double number) {
            room(Double.BYTES);
            ByteBuffer.wrap(bytes, length, Double.BYTES).putDouble(number);
            length += Double.BYTES;
        }

        void text(String text) {
            raw(text.getBytes(StandardCharsets.UTF_8));
        }

        void raw(byte[] of) {
            number(of.length);
            room(of.length);
            System.arraycopy(of, 0, bytes, length, of.length);
            length += of.length;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }

        private void room(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            }
        }
    }

    private static long number(ByteBuffer in) {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            number |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return (number >>> 1) ^ -(number & 1);
    }

    private static String text(ByteBuffer in) {
        return new String(raw(in), StandardCharsets.UTF_8);
    }

    private static byte[] raw(ByteBuffer in) {
        byte[] of = new byte[(int) number(in)];
        in.get(of);
        return of;
    }
}
