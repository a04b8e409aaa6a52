package org.manyuan.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one workspace. What the file leaves out takes the default of {@link #template()}; an unknown key, a wrong type or a
 * value that is none of the allowed is a {@link SettingsException} that names file, line and cure.
 *
 * @param codeSystem {@code cn} or {@code none}
 * @param territoryLevel level of the district tree that is computed together
 * @param deriveLead {@code none} or {@code earliest_joined}
 * @param keepDays days that marked workbooks lie under {@code receipts/} before they are swept
 */
public record Settings(
        String codeSystem,
        String territoryLevel,
        String deriveLead,
        int keepDays,
        DatabaseSettings database,
        ExchangeSettings exchange,
        SparkSettings spark,
        LimitSettings limits,
        KafkaSettings kafka) {

    private static final String RESOURCE = "manyuan.yaml";

    /** Where the serving database and the catalog live. An empty url is the embedded PostgreSQL. */
    public record DatabaseSettings(String url, String user) {
        /** Whether the workspace runs its own PostgreSQL. */
        public boolean embedded() {
            return url.isBlank();
        }
    }

    /**
     * Who counts as exchanged, as due to rotate, as new at a school.
     *
     * @param kinds of exchange that count
     * @param terms that an exchange must last to count
     * @param termDays days of a term where no calendar was handed in
     * @param rotationYears years at one school after which a teacher is due to rotate
     * @param noviceYears years at the school below which a teacher should have a mentor
     */
    public record ExchangeSettings(List<String> kinds, int terms, int termDays, int rotationYears, int noviceYears) {}

    /** The engine's address. */
    public record SparkSettings(String master) {}

    /**
     * The largest that is read of what is handed in; what is larger is refused, whoever sent it.
     *
     * @param workbookMegabytes of an .xlsx as it lies on the disk
     * @param oldWorkbookMegabytes of an .xls, which is read into memory whole
     * @param unpackedMegabytes of a workbook or an archive once unpacked
     * @param compressionRatio unpacked bytes for one packed byte
     * @param archiveEntries parts of a workbook, files of an archive
     * @param sheetRows rows of a sheet
     * @param columns cells of a line
     * @param cellCharacters characters of a cell of a workbook
     * @param lineKilobytes of one line of a text
     * @param headerLines lines with content in which the header is looked for
     */
    public record LimitSettings(
            int workbookMegabytes,
            int oldWorkbookMegabytes,
            int unpackedMegabytes,
            int compressionRatio,
            int archiveEntries,
            int sheetRows,
            int columns,
            int cellCharacters,
            int lineKilobytes,
            int headerLines) {
        /** The bytes of so many megabytes. */
        public static long megabytes(int count) {
            return (long) count << 20;
        }
    }

    /** Every setting at its default. */
    public static Settings defaults() {
        return parse(template(), RESOURCE, Optional.empty());
    }

    /**
     * Reads a workspace's file over the defaults.
     *
     * @throws SettingsException if the file is absent or says something it may not
     */
    public static Settings read(Path file) {
        try {
            return parse(Files.readString(file), file.toString(), Optional.of(defaults()));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new SettingsException(
                    file + " is not there, so this is no workspace. Make one with: manyuan init DIR" + "\n没有找到 " + file
                            + "，这里不是工作区；请先运行 manyuan init 目录",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commented file that {@code init} writes: every setting with its default. */
    public static String template() {
        try (InputStream in = Settings.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings parse(String yaml, String name, Optional<Settings> base) {
        ObjectMapper mapper = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try {
            var tree = mapper.createObjectNode();
            base.ifPresent(defaults -> tree.setAll((ObjectNode) mapper.valueToTree(defaults)));
            JsonNode said = mapper.readTree(yaml);
            if (!said.isMissingNode() && !said.isNull()) {
                // the strict reading is for its error alone: it knows the lines, a merged tree does not
                mapper.readValue(yaml, Settings.class);
                merge(tree, said);
            }
            return mapper.treeToValue(tree, Settings.class).checked(name);
        } catch (UnrecognizedPropertyException e) {
            throw new SettingsException(
                    "%s, line %d: there is no setting %s here. Known ones: %s"
                            .formatted(name, line(e.getLocation()), e.getPropertyName(), e.getKnownPropertyIds()),
                    e);
        } catch (JsonMappingException e) {
            throw new SettingsException(
                    "%s, line %d: %s".formatted(name, line(e.getLocation()), e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw new SettingsException(
                    "%s, line %d: this is not YAML: %s".formatted(name, line(e.getLocation()), e.getOriginalMessage()),
                    e);
        }
    }

    private static void merge(ObjectNode under, JsonNode over) {
        over.properties().forEach(entry -> {
            if (entry.getValue().isObject() && under.get(entry.getKey()) instanceof ObjectNode inner) {
                merge(inner, entry.getValue());
            } else if (!entry.getValue().isNull()) {
                under.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private Settings checked(String name) {
        oneOf(name, "code_system", codeSystem, Set.of("cn", "none"));
        oneOf(name, "territory_level", territoryLevel, Set.of("county", "city", "province", "country"));
        oneOf(name, "derive_lead", deriveLead, Set.of("none", "earliest_joined"));
        positive(name, "keep_days", keepDays);
        positive(name, "exchange.terms", exchange.terms());
        positive(name, "exchange.term_days", exchange.termDays());
        positive(name, "exchange.rotation_years", exchange.rotationYears());
        positive(name, "exchange.novice_years", exchange.noviceYears());
        positive(name, "limits.workbook_megabytes", limits.workbookMegabytes());
        positive(name, "limits.old_workbook_megabytes", limits.oldWorkbookMegabytes());
        positive(name, "limits.unpacked_megabytes", limits.unpackedMegabytes());
        positive(name, "limits.compression_ratio", limits.compressionRatio());
        positive(name, "limits.archive_entries", limits.archiveEntries());
        positive(name, "limits.sheet_rows", limits.sheetRows());
        positive(name, "limits.columns", limits.columns());
        positive(name, "limits.cell_characters", limits.cellCharacters());
        positive(name, "limits.line_kilobytes", limits.lineKilobytes());
        positive(name, "limits.header_lines", limits.headerLines());
        positive(name, "kafka.timeout_seconds", kafka.timeoutSeconds());
        return this;
    }

    private static void oneOf(String name, String key, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            throw new SettingsException(
                    "%s: %s is %s; it may be one of %s".formatted(name, key, value, new java.util.TreeSet<>(allowed)),
                    null);
        }
    }

    private static void positive(String name, String key, int value) {
        if (value <= 0) {
            throw new SettingsException("%s: %s is %d; it must be above 0".formatted(name, key, value), null);
        }
    }

    private static int line(JsonLocation location) {
        return location == null ? 0 : location.getLineNr();
    }
}
