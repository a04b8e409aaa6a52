package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemes that come with Manyuan, {@code schemas/schemes}. */
public final class Schemes {
    private static final String ENDING = ".yaml";
    private static final String EVERY_KIND = "";

    private Schemes() {}

    /**
     * All of them, by file name, read once.
     *
     * @throws MalformedYaml where one cannot be read as it is, or two are of one region, subject, kind of group and year
     */
    public static List<Scheme> all() {
        return Held.ALL;
    }

    /**
     * Reads one scheme strictly.
     *
     * @param file what to call it in messages
     * @throws MalformedYaml naming the line and what to change
     */
    public static Scheme read(String file, InputStream bytes) {
        return new SchemeFile(MetricCards.standard(), rules()).read(file, bytes);
    }

    /** Ids of checks that a scheme may name: the rules, and what the national standards ask of each unit's size. */
    private static Set<String> rules() {
        return Stream.concat(
                        PolicyRules.ids().stream(),
                        CountyStandards.all().stream()
                                .map(CountyStandard::sizes)
                                .filter(Objects::nonNull)
                                .map(CountyStandard.Sizes::check))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads every scheme of a class loader's {@code schemas}. */
    static List<Scheme> load(ClassLoader loader) {
        ClassPathFolder folder = new ClassPathFolder(loader, "schemas/schemes");
        List<Scheme> schemes = new ArrayList<>();
        for (String name : folder.names(ENDING)) {
            try (InputStream bytes = folder.open(name)) {
                Scheme scheme = read("schemes/" + name, bytes);
                String file = name.substring(0, name.length() - ENDING.length());
                if (!scheme.id().equals(file) && !scheme.id().startsWith(file + "-")) {
                    throw new MalformedYaml(
                            "schemes/" + name,
                            1,
                            "its id is " + scheme.id() + "; the id is the file's name, or begins with it and a hyphen");
                }
                schemes.add(scheme);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        checkOnePerYear(schemes);
        return List.copyOf(schemes);
    }

    /** No group may have two schemes of one region, subject and year. */
    static void checkOnePerYear(List<Scheme> schemes) {
        Map<List<Object>, List<Scheme>> ofRegionAndYear = new HashMap<>();
        for (Scheme scheme : schemes) {
            List<Scheme> others = ofRegionAndYear.computeIfAbsent(
                    List.of(scheme.regionCode(), scheme.population().subject(), scheme.assessedYear()),
                    any -> new ArrayList<>());
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
        private static final List<Scheme> ALL = load(Schemes.class.getClassLoader());
    }
}
