package org.manyuan.disclosure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.manyuan.contract.CardMeasure;
import org.manyuan.contract.FigureKind;
import org.manyuan.contract.MetricCard;
import org.manyuan.contract.MetricCards;

/** What the cards say of a row's metric_id and measure, as columns. A row that no card speaks of stops the run: no rule would cover it. */
final class CardColumns {
    private final MetricCards cards;
    private final Set<String> persons;

    /** @param persons whom the rules protect */
    CardColumns(MetricCards cards, Set<String> persons) {
        this.cards = cards;
        this.persons = persons;
    }

    /** Whether the row's figure is of that kind. */
    Column isOf(FigureKind kind) {
        return said(measure -> measure.kind().code()).equalTo(kind.code());
    }

    /** Whether the row's persons are protected. */
    Column isProtected() {
        return said(CardMeasure::persons).isin(persons.toArray());
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

    private Column said(Function<CardMeasure, String> what) {
        List<Column> entries = new ArrayList<>();
        for (MetricCard card : cards.all()) {
            for (CardMeasure measure : card.measures().values()) {
                entries.add(lit(card.id() + " " + measure.name()));
                entries.add(lit(what.apply(measure)));
            }
        }
        Column key = concat(col("metric_id"), lit(" "), col("measure"));
        Column none = raise_error(concat(
                        lit("no card in schemas/metrics says what "),
                        key,
                        lit(" is made of, so nothing says whether it may leave: add the measure to the card")))
                .cast("string");
        return coalesce(try_element_at(map(entries.toArray(Column[]::new)), key), none);
    }
}
