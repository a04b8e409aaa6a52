package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecklistsTest {
    private static final String FILE = """
            leaders: [校长]
            big_class: 56
            very_big_class: 66
            flow_only: []
            share_needed: []
            facilities: [场馆]
            digital_resources: [课例]
            grades: [A, B]
            documents:
              default: [章程]
              alliance: []
            bodies:
              education_group: [{body: 理事会}]
              education_group/托管型: [{post: 总校长, min: 1, max: 1}]
            """;

    @Test
    void takesTheListOfTheKindElseTheDefault() {
        Checklists lists = read(FILE);

        assertThat(lists.documentsOf("education_group")).containsExactly("章程");
        assertThat(lists.documentsOf("alliance"))
                .as("a list without entries is a list")
                .isEmpty();
        assertThat(lists.bodiesOf("education_group", null)).hasSize(1);
        assertThat(lists.bodiesOf("education_group", "托管型")).containsExactly(new Checklists.Place("", "总校长", 1, 1));
        assertThat(lists.bodiesOf("pair", null)).isEmpty();
        assertThat(lists.bodiesOfUnits()).isEmpty();
    }

    @Test
    void refusesAnEntryThatNamesNothingAndAnUnknownKey() {
        assertThatThrownBy(() -> read(FILE.replace("{body: 理事会}", "{min: 1}")))
                .hasMessageContaining("an entry names a body, a post or both");
        assertThatThrownBy(() -> read(FILE + "teachers: 3\n")).hasMessageContaining("teachers");
    }

    /** A word that no file can hold would count nothing and nobody would see it. */
    @Test
    void asksOnlyForWordsOfTheVocabularies() {
        Checklists lists = Checklists.standard();
        Set<String> items = words("ledger_item");
        List<Checklists.Place> places =
                lists.bodies().values().stream().flatMap(List::stream).toList();

        assertThat(items).containsAll(lists.facilities()).containsAll(lists.digitalResources());
        assertThat(items)
                .containsAll(lists.documents().values().stream()
                        .flatMap(List::stream)
                        .toList());
        assertThat(words("group_post"))
                .containsAll(places.stream()
                        .map(Checklists.Place::post)
                        .filter(post -> !post.isEmpty())
                        .toList());
        assertThat(words("exchange_kind"))
                .containsAll(Stream.of(lists.flowOnly(), lists.shareNeeded())
                        .flatMap(Set::stream)
                        .toList());
    }

    private static Set<String> words(String vocabulary) {
        ClassPathFolder folder = new ClassPathFolder(ChecklistsTest.class.getClassLoader(), "schemas/vocabularies");
        return Tree.read(vocabulary, folder.open(vocabulary + ".yaml"))
                .wordLists()
                .keySet();
    }

    private static Checklists read(String text) {
        return Checklists.read("checklists.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
