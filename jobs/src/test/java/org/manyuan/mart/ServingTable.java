package org.manyuan.mart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables of the serving schema as their migrations create them, in Spark's types. */
final class ServingTable {
    private static final Path MIGRATIONS = Path.of("../schemas/migration/serving");
    private static final Pattern TABLE =
            Pattern.compile("create table serving\\.(\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("^ {4}(\\w+)\\s+(\\w+(?: precision)?)( not null)?", Pattern.MULTILINE);
    private static final Pattern ADDED =
            Pattern.compile("alter table serving\\.(\\w+) add column (\\w+) (\\w+(?: precision)?)( not null)?");
    private static final Map<String, DataType> TYPES = Map.of(
            "text", DataTypes.StringType,
            "integer", DataTypes.IntegerType,
            "bigint", DataTypes.LongType,
            "double precision", DataTypes.DoubleType,
            "boolean", DataTypes.BooleanType,
            "date", DataTypes.DateType,
            "timestamptz", DataTypes.TimestampType);
    private static final Map<String, StructType> ALL = read();

    private ServingTable() {}

    /** Its columns in order; a column that must not be null is not nullable. */
    static StructType of(String name) {
        return ALL.get(name);
    }

    /** The names of those that begin with a prefix, in the order of creation. */
    static List<String> names(String prefix) {
        return ALL.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    private static Map<String, StructType> read() {
        Map<String, StructType> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file :
                    files.sorted(Comparator.comparingInt(ServingTable::version)).toList()) {
                String sql = Files.readString(file);
                for (MatchResult table : TABLE.matcher(sql).results().toList()) {
                    all.put(
                            table.group(1),
                            new StructType(COLUMN.matcher(table.group(2))
                                    .results()
                                    .filter(column -> TYPES.containsKey(column.group(2)))
                                    .map(column -> field(column, 1))
                                    .toArray(StructField[]::new)));
                }
                ADDED.matcher(sql)
                        .results()
                        .forEach(column ->
                                all.computeIfPresent(column.group(1), (name, table) -> table.add(field(column, 2))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** V10 comes after V9. */
    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"));
    }

    /** A column whose name is the match's group of that number, its type the next, not null the one after. */
    private static StructField field(MatchResult column, int name) {
        return new StructField(
                column.group(name),
                TYPES.get(column.group(name + 1)),
                column.group(name + 2) == null,
                org.apache.spark.sql.types.Metadata.empty());
    }
}
