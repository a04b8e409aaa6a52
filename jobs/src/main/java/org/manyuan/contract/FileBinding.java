package org.manyuan.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The one binding there is.
 *
 * @param isSheet whether it was laid out for people, so that lines of totals and notes are no rows
 * @param cells cells of the header; 0 where longer lines are no fault
 * @param constantRows rows that come once a file
 * @param district the folder's district, within which short names are looked up; null: the exam's
 */
record FileBinding(
        Contract contract,
        boolean isSheet,
        boolean distinct,
        int precedence,
        LocalDate sourceOn,
        String district,
        int cells,
        List<Variant> variants,
        List<Variant> constantRows)
        implements Binding {
    @Override
    public int rowsPerLine() {
        return variants.size();
    }

    @Override
    public String headerOf(String column) {
        return variants.stream()
                .map(variant -> variant.sources().get(contract.indexOf(column)))
                .filter(Objects::nonNull)
                .map(CellSource::header)
                .findFirst()
                .orElse(column);
    }

    @Override
    public RowReader open(References references, Pseudonym pseudonym) {
        return new CompiledRows(this, references, pseudonym);
    }

    @Override
    public SourceCells cellsOnLine() {
        return SourceCells.of(contract, variants);
    }
}
