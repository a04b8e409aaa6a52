package org.manyuan.assessment;

import java.util.Arrays;

/** A region of groups with a value, and perhaps a standard error, for each leaf of the demo's scheme. */
final class RankedRegion {
    private static final String[] ROWS = {
        "GAP-16 | rate | education_group/GAP-08b/base_founding | %s | 2024 | J | J9 | %s | 400 | OK%s",
        "ENR-02 | growth | education_group/base_founding/member | %s | 2024 | J | | %s | 300 | OK%s",
        "TCH-01 | rate | education_group | %s | 2024 | J | | %s | 80 | OK%s"
    };

    private RankedRegion() {}

    /** {@code group | N1 | N2 | N3} by line, a value as {@code .15 ± .05} or {@code .15}; a dash has none. */
    static Region of(String table) {
        Region region = new Region();
        for (String line : table.strip().split("\n")) {
            String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            region.group(cells[0], cells[0].replace("G", "A") + " lead, " + cells[0].replace("G", "B") + " member");
            for (int leaf = 0; leaf < ROWS.length; leaf++) {
                String[] figure = cells[leaf + 1].split(" ± ");
                if (!figure[0].equals("-")) {
                    region.figures(
                            ROWS[leaf].formatted(cells[0], figure[0], figure.length > 1 ? " | - | " + figure[1] : ""));
                }
            }
        }
        return region;
    }
}
