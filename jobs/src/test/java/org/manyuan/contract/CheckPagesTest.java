package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckPagesTest {
    private static final String PAGE = """
            ---
            id: X_Y
            name: {zh: 名, en: Name}
            told: {zh: "{column} 不对；请更正", en: "{column} is wrong; correct it"}
            severity: warning
            datasets: [school]
            ---

            ## 查什么 What
            """;

    static Stream<CheckPage> pages() {
        return CheckPages.all().stream();
    }

    @Test
    void everyCheckOfAContractHasAPageAndEveryPageAContract() {
        Set<String> checks = new TreeSet<>();
        Contracts.all().forEach(contract -> contract.checks().forEach(terms -> checks.add(terms.check())));

        assertThat(pages().map(CheckPage::id)).hasSizeGreaterThan(10).containsExactlyElementsOf(checks);
    }

    @Test
    void everyPageNamesTheDatasetsWhoseContractsHaveTheCheck() {
        for (Contract contract : Contracts.all()) {
            for (CheckTerms terms : contract.checks()) {
                assertThat(CheckPages.find(terms.check()).orElseThrow().datasets())
                        .as(terms.check())
                        .contains(contract.dataset());
            }
        }
        assertThat(pages().flatMap(page -> page.datasets().stream()))
                .allSatisfy(dataset -> assertThat(Contracts.of(dataset)).isNotNull());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageSaysWhatWhenAndHowInBothLanguages(CheckPage page) throws IOException {
        String text = text(page.id());

        assertThat(text.lines().filter(line -> line.startsWith("## ")))
                .containsExactly("## 查什么 What", "## 什么情况下要紧 When it matters", "## 怎么改 How to repair");
        for (String section : text.substring(text.indexOf("## ")).split("(?m)^## .*$")) {
            if (!section.isBlank()) {
                assertThat(section).containsPattern("[\\u4e00-\\u9fff]{5}").containsPattern("[a-z]{3} [a-z]{2}");
                assertThat(section.strip()).as("Chinese first").containsPattern("^[^a-z]*[\\u4e00-\\u9fff]");
            }
        }
        assertThat(page.told().zh()).startsWith("{column}：").contains("；");
        assertThat(page.told().en()).startsWith("{column}: ");
        assertThat(page.name().zh()).isNotBlank();
        assertThat(page.name().en()).isNotBlank();
    }

    @Test
    void theWordsOfAReasonNameTheColumnAndKnowRowChecksToo() {
        assertThat(ReasonWords.of("CHECK_DIGIT", "考号").zh()).startsWith("考号：号码的校验位不符");
        assertThat(ReasonWords.of("REQUIRED", "考号")).isEqualTo(new Wording("考号 为空；请填写", "考号 is empty; fill it"));
        assertThatThrownBy(() -> ReasonWords.of("NOBODY_KNOWS", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            severity: warning  | severity: grave  | X_Y.md line 5: severity is error or warning | another word
            datasets: [school] | ''               | X_Y.md line 2: key datasets is missing     | missing
            id: X_Y            | page: X_Y        | X_Y.md line 2: unknown key page; known here: datasets, id, name, severity, told | unknown
            """)
    void aHeadThatIsNotUnderstoodIsAnErrorThatNamesItsLine(String from, String to, String message, String reason) {
        assertThatThrownBy(() -> read(PAGE.replace(from, to))).as(reason).hasMessage(message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            - {check: NOBODY}                          | line 1: there is no page of check NOBODY
            - {check: CHECK_DIGIT, severity: grave}    | line 1: severity is error or warning
            - {check: CHECK_DIGIT, share: many}        | line 1: expected a number, found many
            - {severity: error}                        | line 1: key check is missing
            """)
    void aContractNamesAKnownCheckAKnownSeverityAndNumbers(String checks, String message) {
        assertThatThrownBy(() -> terms(checks)).hasMessageEndingWith(message);
    }

    @Test
    void aContractMayMakeAWarningAnError() {
        assertThat(terms("- {check: CHECK_DIGIT}").severity()).isEqualTo(Severity.WARNING);
        CheckTerms harder = terms("- {check: CHECK_DIGIT, severity: error, share: 0.02}");
        assertThat(harder.severity()).isEqualTo(Severity.ERROR);
        assertThat(harder.number("share")).isEqualTo(0.02);
        assertThatThrownBy(() -> harder.number("heads"))
                .hasMessage("check CHECK_DIGIT needs the number heads in the contract");
    }

    private static CheckTerms terms(String yaml) {
        return CheckTerms.of(Tree.read("x.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .get(0);
    }

    private static CheckPage read(String page) throws IOException {
        return CheckPages.read("X_Y.md", new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String id) throws IOException {
        try (InputStream bytes =
                CheckPages.class.getClassLoader().getResourceAsStream("schemas/checks/" + id + ".md")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
