package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;

/** The scheme {@code demo-2024} with some of its words changed. */
final class DemoScheme {
    private DemoScheme() {}

    /** Words and what stands instead, in pairs. */
    static Scheme with(String... pairs) {
        String text = text();
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).contains(pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        return read(text);
    }

    /** N1 and N2 below a node A of half the weight, N3 beside it. */
    static Scheme nested(String byNode) {
        String[] lines = text().split("\n");
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("    - id: N1")) {
                text.append("    - {id: A, name: 甲, weight: 0.5, children: [")
                        .append(leaf("N1", 0.25))
                        .append(", ")
                        .append(leaf("N2", 0.75))
                        .append("]}\n    - ")
                        .append(leaf("N3", 0.5))
                        .append('\n');
            } else if (!line.startsWith("      ")
                    && !line.startsWith("    - {id: N")
                    && !line.startsWith("        - {w")) {
                text.append(line).append('\n');
            }
        }
        return read(text.toString().replace("by_node: {}", "by_node: {" + byNode + "}"));
    }

    /** The text of a leaf on TCH-01. */
    private static String leaf(String id, double weight) {
        return "{id: " + id + ", name: 乙, weight: " + weight
                + ", name_origin: inferred, metric_origin: proxy, target_origin: national, metric: TCH-01, unit: group,"
                + " direction: higher, normalisation: {method: target_ratio, target: 0.1}}";
    }

    static Scheme read(String text) {
        return Schemes.read("s.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text() {
        try (InputStream file = DemoScheme.class.getResourceAsStream("/schemas/schemes/demo-2024.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
