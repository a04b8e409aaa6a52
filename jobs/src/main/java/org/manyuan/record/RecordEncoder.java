package org.manyuan.record;

import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.ArrayEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.InstantEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaDecimalEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.LocalDateEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.ProductEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.TransformingEncoder;
import org.apache.spark.sql.catalyst.encoders.Codec;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.Metadata;
import scala.Function0;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.collection.mutable.ArrayBuffer;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The Spark encoder of a Java record. Spark's own encoders see no columns in a record or refuse it, but its product encoder asks for
 * exactly what a record has: accessors by name and one canonical constructor. Columns are named as the components
 * ({@link RecordRows} turns them into snake_case); a primitive is a column that is never null; an enum is its code; a set of enums
 * is comma-joined codes; a record inside a record is a struct, and one of any class
 * ({@code Record}) is bytes. This is Spark's internal API: it is used here and nowhere else.
 */
public final class RecordEncoder {
    /** Points of a paper, areas, yuan: three decimals and fifteen digits before them hold what every contract stores, in one long. */
    private static final DecimalType DECIMAL = new DecimalType(18, 3);

    private static final Map<Class<?>, AgnosticEncoder<?>> LEAVES = Map.ofEntries(
            Map.entry(String.class, AgnosticEncoders.StringEncoder$.MODULE$),
            Map.entry(int.class, AgnosticEncoders.PrimitiveIntEncoder$.MODULE$),
            Map.entry(Integer.class, AgnosticEncoders.BoxedIntEncoder$.MODULE$),
            Map.entry(long.class, AgnosticEncoders.PrimitiveLongEncoder$.MODULE$),
            Map.entry(Long.class, AgnosticEncoders.BoxedLongEncoder$.MODULE$),
            Map.entry(double.class, AgnosticEncoders.PrimitiveDoubleEncoder$.MODULE$),
            Map.entry(Double.class, AgnosticEncoders.BoxedDoubleEncoder$.MODULE$),
            Map.entry(boolean.class, AgnosticEncoders.PrimitiveBooleanEncoder$.MODULE$),
            Map.entry(Boolean.class, AgnosticEncoders.BoxedBooleanEncoder$.MODULE$),
            Map.entry(BigDecimal.class, new JavaDecimalEncoder(DECIMAL, true)),
            Map.entry(LocalDate.class, new LocalDateEncoder(true)),
            Map.entry(Instant.class, new InstantEncoder(true)),
            Map.entry(int[].class, new ArrayEncoder<>(AgnosticEncoders.PrimitiveIntEncoder$.MODULE$, false)),
            Map.entry(long[].class, new ArrayEncoder<>(AgnosticEncoders.PrimitiveLongEncoder$.MODULE$, false)));

    private RecordEncoder() {}

    /**
     * The encoder of a record class.
     *
     * @throws IllegalArgumentException naming the component whose type no column can hold, or a record that generated code cannot
     *     see because it, or a class around it, is not public
     */
    public static <T extends Record> Encoder<T> of(Class<T> type) {
        return product(type);
    }

    private static <T> ProductEncoder<T> product(Class<T> type) {
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            if (!Modifier.isPublic(around.getModifiers())) {
                throw new IllegalArgumentException("Spark's generated code cannot see " + type.getName() + ": make "
                        + around.getSimpleName() + " public");
            }
        }
        ArrayBuffer<EncoderField> fields = new ArrayBuffer<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.addOne(new EncoderField(
                    component.getName(),
                    encoder(component),
                    !component.getType().isPrimitive(),
                    Metadata.empty(),
                    Option.empty(),
                    Option.empty()));
        }
        @SuppressWarnings("unchecked")
        Seq<EncoderField> columns = (Seq<EncoderField>) (Seq<?>) fields.toSeq();
        return new ProductEncoder<>(tag(type), columns, Option.empty());
    }

    private static AgnosticEncoder<?> encoder(RecordComponent component) {
        Class<?> type = component.getType();
        AgnosticEncoder<?> leaf = LEAVES.get(type);
        if (leaf != null) {
            return leaf;
        }
        if (type == Record.class) {
            Function0<Codec<? super Record, byte[]>> bytes =
                    (Function0<Codec<? super Record, byte[]>> & Serializable) RecordBytes::new;
            return new TransformingEncoder<>(tag(Record.class), AgnosticEncoders.BinaryEncoder$.MODULE$, bytes, true);
        }
        if (type.isEnum()) {
            return asText(type, enumCode(type));
        }
        if (type.isRecord()) {
            return product(type);
        }
        if (type == Set.class && component.getGenericType() instanceof ParameterizedType set) {
            Type element = set.getActualTypeArguments()[0];
            if (element instanceof Class<?> of && of.isEnum()) {
                return asText(type, enumSetCode(of));
            }
        }
        throw new IllegalArgumentException(
                "no column can hold " + component.getDeclaringRecord().getSimpleName() + "." + component.getName()
                        + " of type " + component.getGenericType().getTypeName());
    }

    private static AgnosticEncoder<?> asText(Class<?> type, Codec<?, String> codec) {
        return textEncoder(type, codec);
    }

    @SuppressWarnings("unchecked")
    private static <I> AgnosticEncoder<I> textEncoder(Class<I> type, Codec<?, String> codec) {
        Codec<I, String> typed = (Codec<I, String>) codec;
        Function0<Codec<? super I, String>> provider = (Function0<Codec<? super I, String>> & Serializable) () -> typed;
        return new TransformingEncoder<>(tag(type), AgnosticEncoders.StringEncoder$.MODULE$, provider, true);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Codec<?, String> enumCode(Class<?> type) {
        return new EnumCode(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Codec<?, String> enumSetCode(Class<?> type) {
        return new EnumSetCode(type);
    }

    private static <T> ClassTag<T> tag(Class<T> type) {
        return ClassTag$.MODULE$.apply(type);
    }
}
