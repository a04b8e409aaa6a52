package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schema and engine held against one another: every row of every sample as the JSON that a program would send. */
class MessageSchemaTest {
    /** What a schema of one object can see. Other reasons need another dataset, another column or the whole file. */
    private static final Set<ProblemCode> SHAPE = Set.of(
            ProblemCode.REQUIRED,
            ProblemCode.TYPE,
            ProblemCode.PRECISION,
            ProblemCode.RANGE,
            ProblemCode.NEGATIVE_MARK,
            ProblemCode.LENGTH,
            ProblemCode.PATTERN,
            ProblemCode.CODE,
            ProblemCode.ROUNDED_NUMBER,
            ProblemCode.MEMBER_TYPE,
            ProblemCode.UNKNOWN_MEMBER,
            ProblemCode.EMPTY_MESSAGE);

    private static final SampleWarehouse WAREHOUSE = SampleWarehouse.ofPassingSamples();

    static Stream<Contract> contracts() {
        return Contracts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void schemaAndEngineAgreeOnTheShapeOfEverySample(Contract contract) {
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(com.networknt.schema.SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(MessageSchema.of(contract, "cn"));
        List<String> apart = new ArrayList<>();
        int right = 0;
        int wrong = 0;
        for (String kind : List.of("pass", "fail")) {
            for (Path file : SampleFolder.files(contract.dataset(), kind)) {
                for (String json : messages(contract, SampleSheet.read(file))) {
                    Set<ProblemCode> found = engine(contract, json);
                    boolean engineTakes = found.stream().noneMatch(SHAPE::contains);
                    boolean schemaTakes =
                            schema.validate(json, InputFormat.JSON).isEmpty();
                    if (engineTakes != schemaTakes) {
                        apart.add("%s/%s: engine %s, schema %s: %s"
                                .formatted(
                                        kind,
                                        file.getFileName(),
                                        found,
                                        schema.validate(json, InputFormat.JSON),
                                        json));
                    }
                    right += schemaTakes ? 1 : 0;
                    wrong += schemaTakes ? 0 : 1;
                }
            }
        }
        assertThat(apart).isEmpty();
        assertThat(right).as("rows that both take").isPositive();
        assertThat(wrong).as("rows that both refuse").isPositive();
    }

    @Test
    void saysWhatAPersonNeedsToKnow() throws Exception {
        ObjectNode schema =
                (ObjectNode) JsonMapper.builder().build().readTree(MessageSchema.of(Contracts.of("enrollment"), "cn"));
        assertThat(schema.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.at("/properties/students/title").asText()).isEqualTo("在校生数");
        assertThat(schema.at("/properties/students/type").toString()).isEqualTo("[\"integer\",\"null\"]");
        assertThat(schema.at("/properties/stage/enum").toString()).isEqualTo("[\"K\",\"P\",\"J\",\"S\"]");
        assertThat(schema.get("required").toString())
                .isEqualTo("[\"school_code\",\"school_year\",\"stage\",\"grade\"]");
        assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    }

    private static Set<ProblemCode> engine(Contract contract, String json) {
        Fields fields = new Fields();
        String problem = new MessageCells(contract).read(json.getBytes(StandardCharsets.UTF_8), "370991", fields);
        Set<ProblemCode> found = new TreeSet<>();
        if (problem == null) {
            Rows rows = new Rows(contract);
            MessageBinding.of(contract)
                    .open(WAREHOUSE.references(), Rows.FAKE_KEY)
                    .read(fields, rows);
            problem = String.valueOf(rows.all.get(0).rejects());
        }
        for (String reason : problem.split(";")) {
            if (!reason.equals("null")) {
                String[] said = reason.split(":", 2);
                ProblemCode code = ProblemCode.valueOf(said[0]);
                // a rule over several columns may ask for one of them, or close an open list; the schema says what
                // holds for every row
                boolean isOfARule =
                        switch (code) {
                            case REQUIRED -> !contract.column(said[1]).required();
                            case CODE ->
                                contract.column(said[1]).codes() != null
                                        && contract.column(said[1]).codes().open();
                            default -> false;
                        };
                if (!isOfARule) {
                    found.add(code);
                }
            }
        }
        return found;
    }

    /** The lines of a long sheet as a program would write them: canonical codes and days, numbers as numbers where they are some. */
    private static List<String> messages(Contract contract, SampleSheet sheet) {
        List<Column> columns = new ArrayList<>();
        for (String word : sheet.lines().get(0)) {
            columns.add(contract.columns().stream()
                    .filter(column -> HeaderWords.of(column).contains(Words.normal(word)))
                    .findFirst()
                    .orElse(null));
        }
        List<String> messages = new ArrayList<>();
        boolean isWide = contract.wide() != null
                && columns.stream()
                        .noneMatch(column -> column != null
                                && column.name().equals(contract.wide().by()));
        for (List<String> line : isWide
                ? List.<List<String>>of()
                : sheet.lines().subList(1, sheet.lines().size())) {
            ObjectNode message = JsonMapper.builder().build().createObjectNode();
            for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
                if (columns.get(i) != null
                        && !line.get(i).isBlank()
                        && !message.has(columns.get(i).name())) {
                    put(message, columns.get(i), line.get(i).strip());
                }
            }
            messages.add(message.toString());
        }
        return messages;
    }

    private static void put(ObjectNode message, Column column, String cell) {
        Cell read = new Cell();
        read.slice.rewrite(cell);
        CellCheck check = CellCheck.of(column, "cn", false, Rows.FAKE_KEY);
        if (column.person() == null) {
            check.check(read);
        }
        boolean isRead = column.person() == null && read.problem == null && read.filled;
        switch (column.type()) {
            case TEXT -> message.put(column.name(), isRead ? read.slice.text() : cell);
            case WHOLE -> number(message, column, isRead ? Long.toString(read.whole) : cell);
            case DECIMAL, NUMBER -> number(message, column, cell);
            case DAY ->
                message.put(
                        column.name(),
                        isRead ? java.time.LocalDate.ofEpochDay(read.whole).toString() : cell);
            case FLAG -> {
                if (isRead) {
                    message.put(column.name(), read.whole == 1);
                } else {
                    message.put(column.name(), cell);
                }
            }
        }
    }

    private static void number(ObjectNode message, Column column, String cell) {
        try {
            message.put(column.name(), new BigDecimal(cell));
        } catch (NumberFormatException noNumber) {
            message.put(column.name(), cell);
        }
    }
}
