package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one kind of foreign file becomes one or several datasets: read from {@code schemas/mappings/*.yaml} or from a file beside the
 * data; the language is told in {@code schemas/mappings/README.md}.
 */
public final class Mapping {
    private static final String ENDING = ".yaml";

    /** How the file is to be opened. */
    record Opening(Pattern file, String sheet, String encoding, char delimiter, int headerRow) {}

    /** A variable out of the file name: the pattern's first group; with a date format it becomes yyyy-MM-dd. */
    record NamePart(Pattern pattern, String dateFormat) {}

    private final String name;
    private final Opening opening;
    private final Map<String, NamePart> nameParts;
    private final int precedence;
    private final String sourceOn;
    private final boolean patch;
    private final List<MappingPart> parts;

    Mapping(
            String name,
            Opening opening,
            Map<String, NamePart> nameParts,
            int precedence,
            String sourceOn,
            boolean patch,
            List<MappingPart> parts) {
        this.name = name;
        this.opening = opening;
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
        return new MappingFile(file).read(bytes);
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

    /** Whether a file replaces only the keys that it holds. */
    public boolean patch() {
        return patch;
    }

    /** Whether the file's name fits its pattern. */
    public boolean matches(String fileName) {
        return opening.file.matcher(fileName).matches();
    }

    /** The sheet of a workbook; null: the first. */
    public String sheet() {
        return opening.sheet;
    }

    /** The encoding of a text file; null: recognised by content. */
    public String encoding() {
        return opening.encoding;
    }

    /** What separates cells; comma unless the mapping says otherwise. */
    public char delimiter() {
        return opening.delimiter;
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
                        part.distinct(),
                        precedence,
                        on,
                        source.district(),
                        header.cells().size(),
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
