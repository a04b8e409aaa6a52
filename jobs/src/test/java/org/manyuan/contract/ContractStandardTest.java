package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyuan.OutsideFolder;

/** Every contract is an Open Data Contract Standard 3.1.0 document, by the official JSON Schema. */
class ContractStandardTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    /** Asked for by every test, so that each one says that it was skipped. */
    private static Schema standard() throws IOException {
        Path folder = OutsideFolder.namedBy("MANYUAN_ODCS", "contracts are not held against the official JSON Schema");
        try (InputStream bytes = Files.newInputStream(folder.resolve("odcs-json-schema-v3.1.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(bytes);
        }
    }

    static Stream<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.list(SampleFolder.SCHEMAS.resolve("contracts/source"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void holdsToTheStandard(Path contract) throws IOException {
        List<Error> errors = standard().validate(YAML.readTree(contract.toFile()));

        assertThat(errors).as("what the standard says of %s", contract).isEmpty();
    }

    @Test
    void seesAKeyThatTheStandardDoesNotHave() throws IOException {
        JsonNode contract = YAML.readTree(contracts().findFirst().orElseThrow().toFile());
        ((ObjectNode) contract.get("schema").get(0).get("properties").get(0))
                .put("headerAliases", "outside customProperties");

        assertThat(standard().validate(contract)).isNotEmpty();
    }
}
