package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.manyuan.contract.CardMeasure;
import org.manyuan.contract.FigureKind;
import org.manyuan.contract.MetricCard;
import org.manyuan.contract.MetricCards;

/** What the cards say of a row's metric_id and measure, as columns. A row that no card speaks of stops the run: no rule would cover it. */
final class CardColumns {
    private static final Column KEY = concat(col("metric_id"), lit(" "), col("measure"));

    private final MetricCards cards;
    private final Set<String> persons;

    /** @param persons whom the rules protect */
    CardColumns(MetricCards cards, Set<String> persons) {
        this.cards = cards;
        this.persons = persons;
    }

    /** Whether the row's figure is of that kind. */
    Column isOf(FigureKind kind) {
        return isOne(measure -> measure.kind() == kind);
    }

    /** Whether the row's persons are protected. */
    Column isProtected() {
        return isOne(measure -> persons.contains(measure.persons()));
    }

    /** That judgement, where a card speaks of the row; where none does, the run stops. */
    Column judged(Column judgement) {
        Column unknown = raise_error(concat(
                lit("no card in schemas/metrics says what "),
                KEY,
                lit(" is made of, so nothing says whether it may leave: add the measure to the card")));
        return when(isOne(measure -> true), judgement).otherwise(unknown.cast("boolean"));
    }

    /** The variant without the parts under which a row tells its sibling's count. */
    Column variantOfCount() {
        Column variant = col("variant");
        for (MetricCard card : cards.all()) {
            if (!card.oneCount().isEmpty()) {
                Column parts =
                        array(card.oneCount().stream().map(part -> lit(part)).toArray(Column[]::new));
                variant = when(
                                col("metric_id").equalTo(card.id()),
                                array_join(array_except(split(col("variant"), "/"), parts), "/"))
                        .otherwise(variant);
            }
        }
        return variant;
    }

    private Column isOne(Predicate<CardMeasure> of) {
        return KEY.isin(cards.all().stream()
                .flatMap(card ->
                        card.measures().values().stream().filter(of).map(measure -> card.id() + " " + measure.name()))
                .toArray());
    }
}
