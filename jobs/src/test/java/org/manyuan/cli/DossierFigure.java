package org.manyuan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A published figure as its region's dossier has it ({@code regions/published_figures.txt}): what was said, what agrees with it, and what
 * the rebuilt files of the region come to.
 *
 * @param lowest the least computed value that agrees; null: any, or recorded only. highest likewise
 */
record DossierFigure(
        String region, String id, double value, String bound, Double lowest, Double highest, String result) {
    /** All of them. */
    static List<DossierFigure> all() {
        try (InputStream list = DossierFigure.class.getResourceAsStream("/regions/published_figures.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .map(cells -> new DossierFigure(
                            cells[0],
                            cells[1],
                            Double.parseDouble(cells[2]),
                            cells[3],
                            number(cells[4]),
                            number(cells[5]),
                            cells[6]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a region, by its district. */
    static List<DossierFigure> of(String region) {
        return all().stream().filter(figure -> figure.region().equals(region)).toList();
    }

    private static Double number(String cell) {
        return cell.equals("-") ? null : Double.valueOf(cell);
    }
}
