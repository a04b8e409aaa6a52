package org.manyuan.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one kind of foreign file becomes one or several datasets: read from {@code schemas/mappings/*.yaml} or from a file beside the
 * data; the language is told in {@code schemas/mappings/README.md}.
 */
public final class Mapping {
    private static final String ENDING = ".yaml";

    /**
     * How the file is to be opened.
     *
     * @param said characters of the pattern that are no wildcard
     * @param delimiter 0: by content
     * @param widths null: cells are separated; else where columns of a fixed width begin, see {@link FixedWidth}
     */
    record Opening(
            Pattern file, int said, String sheet, String encoding, char delimiter, int headerRow, FixedWidth widths) {}

    /** A variable out of the file name: the pattern's first group; with a date format it becomes yyyy-MM-dd. */
    record NamePart(Pattern pattern, String dateFormat) {}

    private final String name;
    private final Opening opening;
    private final Map<String, NamePart> nameParts;
    private final int precedence;
    private final String sourceOn;
    private final boolean patch;
    private final List<MappingPart> parts;
    private final String noData;
    private final int words;

    Mapping(
            String name,
            Opening opening,
            Map<String, NamePart> nameParts,
            int precedence,
            String sourceOn,
            boolean patch,
            List<MappingPart> parts,
            String noData) {
        this(name, opening, nameParts, precedence, sourceOn, patch, parts, noData, 0);
    }

    /** @param words a checksum of the file it was read from: an edited mapping makes another meaning of the same bytes */
    private Mapping(
            String name,
            Opening opening,
            Map<String, NamePart> nameParts,
            int precedence,
            String sourceOn,
            boolean patch,
            List<MappingPart> parts,
            String noData,
            int words) {
        this.name = name;
        this.words = words;
        this.opening = opening;
        this.noData = noData;
        this.nameParts = nameParts;
        this.precedence = precedence;
        this.sourceOn = sourceOn;
        this.patch = patch;
        List<String> order = Contracts.all().stream().map(Contract::dataset).toList();
        List<MappingPart> sorted = new ArrayList<>(parts);
        sorted.sort(
                Comparator.comparingInt(part -> order.indexOf(part.contract().dataset())));
        this.parts = List.copyOf(sorted);
    }

    /**
     * Reads a mapping strictly.
     *
     * @param file what to call it in messages
     * @throws MalformedYaml where it says what the language does not know, naming the line
     */
    public static Mapping read(String file, InputStream bytes) {
        try {
            byte[] content = bytes.readAllBytes();
            Mapping read = new MappingFile(file).read(new ByteArrayInputStream(content));
            return new Mapping(
                    read.name,
                    read.opening,
                    read.nameParts,
                    read.precedence,
                    read.sourceOn,
                    read.patch,
                    read.parts,
                    read.noData,
                    Arrays.hashCode(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Which file names a mapping speaks of, without reading what it makes of them: an unfinished one concerns no other file.
     *
     * @param file what to call it in messages
     * @throws MalformedYaml where it does not even say that
     */
    public static Predicate<String> names(String file, InputStream bytes) {
        return new MappingFile(file).names(bytes).asMatchPredicate();
    }

    /** The same of one that is no YAML: by the line that says it, else every name. */
    public static Predicate<String> namesOfBroken(byte[] bytes) {
        return MappingFile.namesByLine(new String(bytes, StandardCharsets.UTF_8))
                .map(Pattern::asMatchPredicate)
                .orElse(name -> true);
    }

    /** The mappings that come with Manyuan. */
    public static List<Mapping> bundled() {
        ClassPathFolder folder = new ClassPathFolder(Mapping.class.getClassLoader(), "schemas/mappings");
        List<Mapping> mappings = new ArrayList<>();
        for (String file : folder.names(ENDING)) {
            try (InputStream bytes = folder.open(file)) {
                mappings.add(read("mappings/" + file, bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(mappings);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** What it makes of a file's name, for who asks whether the same bytes mean the same under another one. */
    public String meaning(SourceName source) {
        return name + " " + words + " "
                + new TreeMap<>(fromName(source, new ArrayList<>()).values());
    }

    /** Whether a file replaces only the keys that it holds. */
    public boolean patch() {
        return patch;
    }

    /** Whether the file's name fits its pattern. */
    public boolean matches(String fileName) {
        return opening.file.matcher(fileName).matches();
    }

    /** How much of a file name its pattern says; where several mappings fit, the one that says most is meant. */
    public int said() {
        return opening.said;
    }

    /** The sheet of a workbook; null: the first. */
    public String sheet() {
        return opening.sheet;
    }

    /** The encoding of a text file; null: recognised by content. */
    public String encoding() {
        return opening.encoding;
    }

    /** What separates cells; 0: recognised by content. */
    public char delimiter() {
        return opening.delimiter;
    }

    /** Where columns of a fixed width begin; empty where cells are separated. */
    public Optional<FixedWidth> widths() {
        return Optional.ofNullable(opening.widths);
    }

    /** Why the file holds no rows of any dataset, e.g. a description of another file's columns; empty where it does hold some. */
    public Optional<String> noData() {
        return Optional.ofNullable(noData);
    }

    /** The line of the header, from 1. */
    public int headerRow() {
        return opening.headerRow;
    }

    /** The datasets that come out, in order of dependency. */
    public List<Contract> contracts() {
        return parts.stream().map(MappingPart::contract).toList();
    }

    /**
     * Compiles it for one file: a binding a dataset, in order of dependency.
     *
     * @throws MappingException where the header lacks a column, or the file name a part, that the mapping names
     */
    public List<Binding> bind(Header header, SourceName source) {
        List<Problem> problems = new ArrayList<>();
        Variables fromName = fromName(source, problems);
        List<Binding> bindings = new ArrayList<>();
        if (problems.isEmpty()) {
            LocalDate on = sourceOn == null ? null : LocalDate.parse(fromName.fill(sourceOn));
            for (MappingPart part : parts) {
                MappingFit fit = new MappingFit(part, header, source, fromName, problems);
                bindings.add(new FileBinding(
                        part.contract(),
                        true,
                        part.distinct(),
                        precedence,
                        on,
                        source.district(),
                        header.cells(),
                        PersonNames.cells(header),
                        fit.variants(),
                        fit.constantRows()));
            }
        }
        if (!problems.isEmpty()) {
            throw new MappingException(name, problems.stream().distinct().toList());
        }
        return List.copyOf(bindings);
    }

    private Variables fromName(SourceName source, List<Problem> problems) {
        Variables variables = Variables.NONE;
        for (Map.Entry<String, NamePart> entry : nameParts.entrySet()) {
            NamePart part = entry.getValue();
            Matcher matcher = part.pattern.matcher(source.fileName());
            String value = matcher.find() ? matcher.group(1) : null;
            if (value != null && part.dateFormat != null) {
                Slice slice = new Slice();
                slice.rewrite(value);
                int day = new DayPattern(part.dateFormat).read(slice);
                value = day == DayPattern.NO_DAY
                        ? null
                        : LocalDate.ofEpochDay(day).toString();
            }
            if (value == null) {
                problems.add(new Problem(ProblemCode.FILE_NAME, entry.getKey(), 0, part.pattern.pattern()));
            } else {
                variables = variables.with(Map.of(entry.getKey(), value));
            }
        }
        return variables;
    }
}
