package org.manyuan.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The YAML between two lines of three dashes that a page in Markdown (a card, a check) begins with. */
final class PageHead {
    private PageHead() {}

    /**
     * Reads it; line numbers are the file's.
     *
     * @param kind what the page is called in the complaint, e.g. card
     * @throws MalformedYaml where the page has no head
     */
    static Tree of(String file, InputStream bytes, String kind) throws IOException {
        String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\n---\n", 3);
        if (!text.startsWith("---\n") || end < 0) {
            throw new MalformedYaml(file, 1, "a " + kind + " begins with its head between two lines of three dashes");
        }
        // the first line stays as a YAML document's start
        return Tree.read(
                file, new ByteArrayInputStream(text.substring(0, end + 1).getBytes(StandardCharsets.UTF_8)));
    }

    /** Words in both languages. */
    static Wording wording(Tree tree) {
        Map<String, Tree> entries = tree.map(Set.of("zh", "en"));
        return new Wording(
                MappingFile.needed(tree, entries, "zh").text(),
                MappingFile.needed(tree, entries, "en").text());
    }
}
