package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Role;
import org.manyuan.domain.Verdict;

class CodeNamesTest {
    @Test
    void everyFlagVerdictRoleAndOriginHasANameInBothLanguages() {
        assertThat(CodeNames.of("flag").keySet()).containsExactlyElementsOf(names(Flag.values()));
        assertThat(CodeNames.of("verdict").keySet()).containsExactlyInAnyOrderElementsOf(names(Verdict.values()));
        assertThat(CodeNames.of("role").keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values()).map(Role::code).toList());
        assertThat(CodeNames.of("origin").keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Origin.values()).map(Origin::code).toList());
        CodeNames.all()
                .forEach((list, codes) -> codes.forEach((code, said) -> {
                    assertThat(said.zh()).as("%s %s", list, code).isNotBlank();
                    assertThat(said.en()).as("%s %s", list, code).isNotBlank();
                }));
    }

    @Test
    void whereThereIsAVocabularyTheChineseNameIsItsFirstWord() {
        for (String list : List.of("stage", "group_kind", "subject", "talent_level")) {
            Contracts.vocabulary(list).forEach((code, spellings) -> assertThat(CodeNames.of(list))
                    .as(list)
                    .extractingByKey(code)
                    .extracting(CodeName::zh)
                    .isEqualTo(spellings.get(0)));
        }
        Set<String> kinds = Contracts.of("exam").columns().stream()
                .filter(column -> column.name().equals("kind"))
                .findFirst()
                .orElseThrow()
                .codes()
                .aliases()
                .keySet();
        assertThat(CodeNames.of("exam_kind").keySet()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void aListThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> CodeNames.of("flags"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no list of names flags; known: flag, verdict, mover");
    }

    @Test
    void aCodeThatIsNamedInOneLanguageIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("flag:\n  OK: {zh: 正常}\n"))
                .isInstanceOf(MalformedYaml.class)
                .hasMessageContaining("names.yaml")
                .hasMessageContaining("2")
                .hasMessageContaining("a code is named in zh and in en");
    }

    private static Map<String, Map<String, CodeName>> read(String yaml) {
        return CodeNames.read(Tree.read("names.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
