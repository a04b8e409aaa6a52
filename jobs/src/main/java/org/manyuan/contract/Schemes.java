package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schemes that come with Manyuan, {@code schemas/schemes}. */
public final class Schemes {
    private static final String ENDING = ".yaml";
    private static final String EVERY_KIND = "";

    private Schemes() {}

    /**
     * All of them, by file name, read once.
     *
     * @throws MalformedYaml where one cannot be read as it is, or two are of one region, kind of group and year
     */
    public static List<Scheme> all() {
        return Held.ALL;
    }

    /** Reads every scheme of a class loader's {@code schemas}. */
    static List<Scheme> load(ClassLoader loader, MetricCards cards, Set<String> ruleIds) {
        ClassPathFolder folder = new ClassPathFolder(loader, "schemas/schemes");
        List<Scheme> schemes = new ArrayList<>();
        for (String name : folder.names(ENDING)) {
            try (InputStream bytes = folder.open(name)) {
                Scheme scheme = new SchemeFile(cards, ruleIds).read("schemes/" + name, bytes);
                if (!name.equals(scheme.id() + ENDING)) {
                    throw new MalformedYaml(
                            "schemes/" + name, 1, "its id is " + scheme.id() + ", its file name says otherwise");
                }
                schemes.add(scheme);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        checkOnePerYear(schemes);
        return List.copyOf(schemes);
    }

    /** No group may have two schemes of one region and year. */
    static void checkOnePerYear(List<Scheme> schemes) {
        Map<List<Object>, List<Scheme>> ofRegionAndYear = new HashMap<>();
        for (Scheme scheme : schemes) {
            List<Scheme> others = ofRegionAndYear.computeIfAbsent(
                    List.of(scheme.regionCode(), scheme.assessedYear()), any -> new ArrayList<>());
            others.stream()
                    .filter(other -> share(kinds(other), kinds(scheme)))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new MalformedYaml(
                                "schemes/" + scheme.id() + ENDING,
                                1,
                                "scheme " + other.id() + " assesses groups of the same kind in " + scheme.regionCode()
                                        + " and " + scheme.assessedYear() + " already; keep one of them");
                    });
            others.add(scheme);
        }
    }

    private static Set<String> kinds(Scheme scheme) {
        Set<String> kinds = scheme.population().kinds();
        return kinds.isEmpty() ? Set.of(EVERY_KIND) : kinds;
    }

    private static boolean share(Set<String> one, Set<String> other) {
        return one.contains(EVERY_KIND)
                || other.contains(EVERY_KIND)
                || one.stream().anyMatch(other::contains);
    }

    /** Read at first use. */
    private static final class Held {
        private static final List<Scheme> ALL =
                load(Schemes.class.getClassLoader(), MetricCards.standard(), PolicyRules.ids());
    }
}
