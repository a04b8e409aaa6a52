package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Which units belong together because one followed the other or is a part of it: the few that do meet in one place. */
final class SchoolLines {
    private SchoolLines() {}

    /**
     * @param pairs one and other, two unit codes that belong together
     * @return one row per unit that is in a pair: of_unit, line, the lowest code among those that it is linked with
     */
    static Dataset<Row> of(Dataset<Row> pairs) {
        return pairs.select(col("one"), col("other"))
                .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
                .groupBy(lit("all"))
                .as(Encoders.STRING(), Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Tuple2<String, String>, Tuple2<String, String>>) (all, rows) -> {
                            Lines lines = new Lines();
                            rows.forEachRemaining(pair -> lines.join(pair._1(), pair._2()));
                            return lines.all().iterator();
                        },
                        Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
                .toDF("of_unit", "line");
    }

    /** Codes with the lowest one of their line as its root. */
    private static final class Lines {
        private final Map<String, String> towards = new TreeMap<>();

        void join(String one, String other) {
            String a = root(one);
            String b = root(other);
            towards.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
        }

        List<Tuple2<String, String>> all() {
            List<Tuple2<String, String>> lines = new ArrayList<>();
            List.copyOf(towards.keySet()).forEach(code -> lines.add(new Tuple2<>(code, root(code))));
            return lines;
        }

        private String root(String code) {
            String at = code;
            while (!towards.computeIfAbsent(at, itself -> itself).equals(at)) {
                at = towards.get(at);
            }
            // the way is shortened, so that a long chain is walked once
            for (String on = code; !on.equals(at); ) {
                on = towards.put(on, at);
            }
            return at;
        }
    }
}
