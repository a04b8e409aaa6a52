package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
     * @throws MalformedYaml where one cannot be read as it is, or two score the same groups or units
     */
    public static List<Scheme> all() {
        return Held.ALL;
    }

    /** That of an id and version; empty where there is none any more. */
    public static Optional<Scheme> of(String id, int version) {
        return all().stream()
                .filter(scheme -> scheme.id().equals(id) && scheme.version() == version)
                .findFirst();
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

    /** Nothing may have two scores: no two schemes are of one region, subject, kind of group and year. */
    static void checkOnePerYear(List<Scheme> schemes) {
        Map<List<Object>, List<Scheme>> ofRegionAndYear = new HashMap<>();
        for (Scheme scheme : schemes) {
            List<Scheme> others = ofRegionAndYear.computeIfAbsent(
                    List.of(scheme.regionCode(), scheme.population().subject(), scheme.assessedYear()),
                    any -> new ArrayList<>());
            for (Scheme other : others) {
                Set<String> both = shared(kinds(other), kinds(scheme));
                if (!both.isEmpty()) {
                    throw twice(scheme, other, both);
                }
            }
            others.add(scheme);
        }
    }

    private static Set<String> kinds(Scheme scheme) {
        Set<String> kinds = scheme.population().kinds();
        return kinds.isEmpty() ? Set.of(EVERY_KIND) : kinds;
    }

    /** The kinds that both assess. */
    private static Set<String> shared(Set<String> one, Set<String> other) {
        Set<String> shared = new TreeSet<>(one.contains(EVERY_KIND) ? other : one);
        if (!one.contains(EVERY_KIND) && !other.contains(EVERY_KIND)) {
            shared.retainAll(other);
        }
        return shared;
    }

    private static MalformedYaml twice(Scheme scheme, Scheme other, Set<String> kinds) {
        String scored = scheme.population().subject().name().toLowerCase(Locale.ROOT);
        String ofKinds = kinds.contains(EVERY_KIND) ? "every kind" : "kind " + String.join(", ", kinds);
        return new MalformedYaml(
                "schemes/" + scheme.id() + ENDING,
                1,
                "scheme " + other.id() + " scores each " + scored + " of " + ofKinds + " in region "
                        + scheme.regionCode()
                        + " for school year " + scheme.assessedYear()
                        + " already, and so does this one; keep one of them,"
                        + " or give them different subjects, kinds or years");
    }

    /** Read at first use. */
    private static final class Held {
        private static final List<Scheme> ALL = load(Schemes.class.getClassLoader());
    }
}
