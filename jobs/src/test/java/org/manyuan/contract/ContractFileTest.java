package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractFileTest {
    private static final String CONTRACT = """
            apiVersion: v3.1.0
            kind: DataContract
            id: club
            name: 社团
            version: 1.0.0
            status: active
            description: {purpose: One row per club.}
            schema:
              - name: club
                logicalType: object
                customProperties:
                  - {property: maxRejectShare, value: 0.05}
                  - property: checks
                    value:
                      - {check: ENROLLMENT_AGAINST_ROLL, least: 8, most: 40.5}
                      - {check: CHECK_DIGIT}
                properties:
                  - name: club_code
                    businessName: 社团代码
                    description: Its code.
                    logicalType: string
                    physicalType: string
                    required: true
                    primaryKey: true
                    primaryKeyPosition: 1
                    customProperties:
                      - {property: headerAliases, value: [编号]}
                      - {property: fill, value: {zh: 如 C01, en: 'Its code, e.g. C01'}}
                  - name: origin
                    businessName: 来源
                    description: Where from.
                    logicalType: string
                    physicalType: string
                    customProperties:
                      - {property: fill, value: {zh: 上报数据留空, en: Leave it empty}}
            """;

    private static Contract read(String yaml) {
        return new ContractFile(new Vocabularies(name -> Tree.read(name, new ByteArrayInputStream(new byte[0]))))
                .read("club.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAContract() {
        Contract club = read(CONTRACT);

        assertThat(club.key()).containsExactly("club_code").isEqualTo(club.replacesBy());
        assertThat(club.maxRejectShare()).isEqualTo(0.05);
        assertThat(club.column("club_code").headerAliases()).containsExactly("编号");
        assertThat(club.column("club_code").fill()).isEqualTo(new Wording("如 C01", "Its code, e.g. C01"));
        assertThat(club.checks())
                .containsExactly(
                        new CheckTerms(
                                "ENROLLMENT_AGAINST_ROLL",
                                Severity.WARNING,
                                Map.of("least", new BigDecimal("8"), "most", new BigDecimal("40.5"))),
                        new CheckTerms("CHECK_DIGIT", Severity.WARNING, Map.of()));
        assertThatThrownBy(() -> club.column("name")).hasMessage("dataset club has no column name");
    }

    @ParameterizedTest(name = "{0} → {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            property: headerAliases      | property: headerAlias        | line 27: unknown property headerAlias | a property of nobody
            property: maxRejectShare     | property: rejects            | line 12: unknown property rejects     | of the dataset
            required: true               | mandatory: true              | line 23: unknown key mandatory        | a key of nobody
            primaryKeyPosition: 1        | examples: []                 | key primaryKeyPosition is missing     | a key without its place
            primaryKey: true             | primaryKey: false            | no column has primaryKey              | no key
            name: origin                 | name: source                 | the last column must be origin        | every row says where from
            value: [编号]                 | value: [来源]                 | means both                            | one header, two columns
            property: headerAliases, value: [编号] | property: markersOf, value: [status] | there is no column status | a column that is not there
            property: headerAliases, value: [编号] | property: person, value: parent | person is student or teacher | a key space of nobody
            value: 0.05                  | value: few                   | expected a number, found few          | a word
            physicalType: string         | physicalType: int            | do not belong together                | text that is a number
            {property: fill, value: {zh: 上报数据留空, en: Leave it empty}} | {property: default, value: a} | key fill is missing | a column that nobody is told how to fill
            en: Leave it empty           | en: ''                       | fill needs words in both languages    | one language
            en: Leave it empty           | us: Leave it empty           | unknown key us; known here: en, zh    | a third language
            check: CHECK_DIGIT             | name: CHECK_DIGIT              | key check is missing                  | a check without its id
            check: CHECK_DIGIT             | check: ENROLLMENT_AGAINST_ROLL             | check ENROLLMENT_AGAINST_ROLL stands here twice     | one check, two thresholds
            least: 8                     | least: eight                 | expected a number, found eight        | a threshold in words
            status: active               | status: [active              | not YAML                              | broken
            """)
    void saysWhereAContractIsWrong(String right, String wrong, String complaint, String reason) {
        assertThat(CONTRACT).contains(right);
        assertThatThrownBy(() -> read(CONTRACT.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .as(reason)
                .isInstanceOf(MalformedYaml.class)
                .hasMessageStartingWith("club.yaml line ")
                .hasMessageContaining(complaint);
    }

    @Test
    void readsContractsOutOfAJarAsOutOfAFolder(@TempDir Path folder) throws IOException {
        Path onDisk = Files.createDirectories(folder.resolve("disk/schemas/contracts/source"));
        Files.writeString(onDisk.resolve("club.yaml"), CONTRACT);
        Path jar = folder.resolve("schemas 满园.jar");
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(bytes)) {
            entries.putNextEntry(new ZipEntry("schemas/contracts/source/"));
            entries.putNextEntry(new ZipEntry("schemas/contracts/source/club.yaml"));
            entries.write(CONTRACT.getBytes(StandardCharsets.UTF_8));
            entries.putNextEntry(new ZipEntry("schemas/contracts/source/older/club.yaml"));
        }
        for (URL place :
                List.of(folder.resolve("disk").toUri().toURL(), jar.toUri().toURL())) {
            try (URLClassLoader loader = new URLClassLoader(new URL[] {place}, null)) {
                Map<String, Contract> read = Contracts.load(loader, Contracts.vocabularies(loader));
                assertThat(read.keySet()).as(place.getProtocol()).containsExactly("club");
            }
        }
    }

    @Test
    void putsADatasetBehindWhatItRefersTo() {
        List<String> order = Contracts.all().stream().map(Contract::dataset).toList();

        assertThat(order).containsSubsequence("district", "school", "group_membership", "teacher_exchange");
        assertThat(order).containsSubsequence("district", "exam", "exam_paper", "exam_score");
        assertThat(order).containsSubsequence("education_group", "group_membership");
        assertThatThrownBy(() -> Contracts.of("pupils")).hasMessageStartingWith("there is no dataset pupils; known: ");
    }
}
