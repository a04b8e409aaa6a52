package org.manyuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real files of England, read plainly a second time, with nothing of the warehouse. */
public final class EnglandFiles {
    public static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2018, 5, 1), LocalDate.of(2018, 10, 1), LocalDate.of(2019, 6, 1));
    public static final String SETTINGS = "code_system: none\nterritory_level: country\nderive_lead: earliest_joined\n";

    /** Which trust a school is in, and since when. */
    public record Place(String trust, LocalDate joined) {}

    /** What a school's pupils reached in one year. */
    public record Result(double mean, long pupils) {}

    private final Path folder;

    private EnglandFiles(Path folder) {
        this.folder = folder;
    }

    /** The files, or the calling tests are skipped and say so. */
    public static EnglandFiles found() {
        return new EnglandFiles(OutsideFolder.namedBy("MANYUAN_REALDATA", "England's real files are not read")
                .resolve("england"));
    }

    public Path trusts(LocalDate day) {
        return folder.resolve("trust_members_" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv");
    }

    public Path results() {
        return folder.resolve("ks4_schools_2017_2019.csv");
    }

    /** The members of multi-academy trusts in the file of a day, by school. */
    public Map<String, Place> members(LocalDate day) {
        Map<String, Place> members = new TreeMap<>();
        for (Map<String, String> line : lines(trusts(day), Charset.forName("windows-1252"))) {
            if (line.get("Group Type").equals("Multi-academy trust")) {
                LocalDate joined = LocalDate.parse(line.get("Joined date"), DateTimeFormatter.ofPattern("dd-MM-yyyy"));
                members.put(line.get("URN"), new Place(line.get("Linked UID"), joined));
            }
        }
        return members;
    }

    /** Attainment 8 of a year in the column names, by school; schools without are absent. */
    public Map<String, Result> attainment8(int year) {
        Map<String, Result> results = new TreeMap<>();
        for (Map<String, String> line : lines(results(), StandardCharsets.UTF_8)) {
            String mean = line.get("Attainment 8, " + year);
            if (!mean.isEmpty()) {
                results.put(
                        line.get("URN"),
                        new Result(Double.parseDouble(mean), Long.parseLong(line.get("KS4 pupils, " + year))));
            }
        }
        return results;
    }

    private static List<Map<String, String>> lines(Path file, Charset encoding) {
        try {
            List<String> text = Files.readAllLines(file, encoding);
            List<String> header = cells(text.get(0).replace("\uFEFF", ""));
            List<Map<String, String>> lines = new ArrayList<>();
            for (String line : text.subList(1, text.size())) {
                List<String> cells = cells(line);
                Map<String, String> named = new TreeMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    named.put(header.get(i), cells.get(i));
                }
                lines.add(named);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
