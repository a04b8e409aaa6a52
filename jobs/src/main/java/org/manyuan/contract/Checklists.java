package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What metrics of staff, classes and ledger look for, {@code schemas/checklists.yaml}. Source: METRICS A5, A6, B8.
 *
 * @param leaders posts of leadership in a school
 * @param bigClass pupils from which on a class is big
 * @param veryBigClass pupils from which on it is very big
 * @param flowOnly kinds of exchange that count for the flows alone
 * @param shareNeeded kinds of exchange that are left out of the flows where their share of full time is not said
 * @param facilities items of shared use that are facilities
 * @param digitalResources items of shared use that are digital resources
 * @param grades letters of inspections and evaluations, the best first
 */
public record Checklists(
        Set<String> leaders,
        int bigClass,
        int veryBigClass,
        Set<String> flowOnly,
        Set<String> shareNeeded,
        Set<String> facilities,
        Set<String> digitalResources,
        List<String> grades,
        Map<String, List<String>> documents,
        Map<String, List<Place>> bodies)
        implements Serializable {
    private static final String FILE = "checklists.yaml";
    private static final Set<String> KEYS = Set.of(
            "leaders",
            "big_class",
            "very_big_class",
            "flow_only",
            "share_needed",
            "facilities",
            "digital_resources",
            "grades",
            "documents",
            "bodies");
    private static final String DEFAULT = "default";
    private static final String UNITS = "units";

    /**
     * A body that should be there, or a post that should be held.
     *
     * @param body empty for a post of the group itself
     * @param post empty for a body
     * @param least persons who hold the post
     * @param most persons who hold the post
     */
    public record Place(String body, String post, int least, int most) implements Serializable {}

    /** Those that come with Manyuan, read once. */
    public static Checklists standard() {
        return Held.STANDARD;
    }

    /** The documents that a group of the kind should have; none where nothing says it. */
    public List<String> documentsOf(String kind) {
        return documents.getOrDefault(kind, documents.getOrDefault(DEFAULT, List.of()));
    }

    /**
     * The bodies and posts that a group should have; none where nothing says it.
     *
     * @param form null where the file of groups says nothing
     */
    public List<Place> bodiesOf(String kind, String form) {
        return bodies.getOrDefault(kind + "/" + form, bodies.getOrDefault(kind, List.of()));
    }

    /** The bodies and posts that a school should have. */
    public List<Place> bodiesOfUnits() {
        return bodies.getOrDefault(UNITS, List.of());
    }

    /** Reads one file strictly. */
    static Checklists read(String file, InputStream bytes) {
        Entries lists = Entries.of(Tree.read(file, bytes), KEYS);
        Map<String, List<String>> documents = new LinkedHashMap<>();
        lists.needed("documents").map().forEach((kind, items) -> documents.put(kind, List.copyOf(items.texts())));
        Map<String, List<Place>> bodies = new LinkedHashMap<>();
        lists.needed("bodies").map().forEach((kind, places) -> bodies.put(kind, places(places)));
        return new Checklists(
                words(lists, "leaders"),
                lists.needed("big_class").whole(),
                lists.needed("very_big_class").whole(),
                words(lists, "flow_only"),
                words(lists, "share_needed"),
                words(lists, "facilities"),
                words(lists, "digital_resources"),
                List.copyOf(lists.needed("grades").texts()),
                Map.copyOf(documents),
                Map.copyOf(bodies));
    }

    private static Set<String> words(Entries lists, String key) {
        return Set.copyOf(lists.needed(key).texts());
    }

    private static List<Place> places(Tree tree) {
        List<Place> places = new ArrayList<>();
        for (Tree one : tree.list()) {
            Entries place = Entries.of(one, Set.of("body", "post", "min", "max"));
            if (!place.has("body") && !place.has("post")) {
                throw one.wrong("an entry names a body, a post or both");
            }
            places.add(new Place(
                    place.text("body", ""),
                    place.text("post", ""),
                    place.whole("min", 1),
                    place.whole("max", Integer.MAX_VALUE)));
        }
        return List.copyOf(places);
    }

    /** Read at first use. */
    private static final class Held {
        private static final Checklists STANDARD = load();

        private static Checklists load() {
            ClassPathFolder folder = new ClassPathFolder(Checklists.class.getClassLoader(), "schemas");
            try (InputStream bytes = folder.open(FILE)) {
                return read(FILE, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
