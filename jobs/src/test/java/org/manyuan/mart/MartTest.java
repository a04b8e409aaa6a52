package org.manyuan.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class MartTest {
    private static final Pattern READ = Pattern.compile("\\b(?:from|join) (\\w+)");
    private static final Pattern STEP = Pattern.compile("(?:with|,)\\s+(\\w+) as \\(");

    @Test
    void everyMartTableOfTheServingSchemaHasItsSqlInItsOrder() {
        assertThat(Mart.all()).extracting(Mart::name).containsExactlyElementsOf(ServingTable.names("mart_"));
    }

    @Test
    void columnsAndTypesAreThoseOfTheServingTable() {
        Released nothing = new Released();
        for (Mart mart : Mart.all()) {
            assertThat(columns(nothing.mart(mart.name()).schema()))
                    .as(mart.name())
                    .isEqualTo(columns(ServingTable.of(mart.name())));
        }
    }

    @Test
    void beginsWithItsGrainAndReadsReleasedTablesOnly() {
        Set<String> released = new TreeSet<>(ServingTable.names("dim_"));
        released.addAll(ServingTable.names("rel_"));
        for (Mart mart : Mart.all()) {
            assertThat(mart.sql()).startsWith("-- one row per ").doesNotContain("${");
            Set<String> read = words(READ, mart.sql());
            read.removeAll(words(STEP, mart.sql()));
            assertThat(released).as(mart.name()).containsAll(read);
        }
    }

    @Test
    void aMartOfNothingHasNoRows() {
        Released nothing = County.released();
        for (Mart mart : Mart.all()) {
            assertThat(nothing.mart(mart.name()).count()).as(mart.name()).isZero();
        }
    }

    private static List<String> columns(StructType schema) {
        return Arrays.stream(schema.fields())
                .map(field -> field.name() + " " + field.dataType().simpleString())
                .toList();
    }

    private static Set<String> words(Pattern pattern, String sql) {
        String code = sql.replaceAll("(?m)--.*$", "");
        return pattern.matcher(code)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
