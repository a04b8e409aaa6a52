package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The metric cards of {@code schemas/metrics}, by id. */
public final class MetricCards {
    private static final String ENDING = ".md";

    private final Map<String, MetricCard> byId;

    private MetricCards(Map<String, MetricCard> byId) {
        this.byId = byId;
    }

    /** Those that come with Manyuan, read once. */
    public static MetricCards standard() {
        return Held.CARDS;
    }

    /** The given ones. */
    public static MetricCards of(List<MetricCard> cards) {
        Map<String, MetricCard> byId = new TreeMap<>();
        cards.forEach(card -> byId.put(card.id(), card));
        return new MetricCards(byId);
    }

    /** All of them, by id. */
    public List<MetricCard> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The card of a metric.
     *
     * @throws IllegalArgumentException where there is none, naming those that are
     */
    public MetricCard of(String id) {
        MetricCard card = byId.get(id);
        if (card == null) {
            throw new IllegalArgumentException("there is no card of metric " + id + " in schemas/metrics; known: "
                    + String.join(", ", byId.keySet()));
        }
        return card;
    }

    /** Reads every card of a class loader's {@code schemas}. */
    static MetricCards load(ClassLoader loader) {
        ClassPathFolder folder = new ClassPathFolder(loader, "schemas/metrics");
        Map<String, MetricCard> read = new TreeMap<>();
        for (String name : folder.names(ENDING)) {
            try (InputStream bytes = folder.open(name)) {
                MetricCard card = MetricCardFile.read("metrics/" + name, bytes);
                if (!name.equals(card.id() + ENDING)) {
                    throw new MalformedYaml(
                            "metrics/" + name, 2, "its id is " + card.id() + ", its file name says otherwise");
                }
                read.put(card.id(), card);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new MetricCards(read);
    }

    /** Read at first use. */
    private static final class Held {
        private static final MetricCards CARDS = load(MetricCards.class.getClassLoader());
    }
}
