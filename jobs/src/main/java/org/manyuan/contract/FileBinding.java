package org.manyuan.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The one binding there is.
 *
 * @param isSheet whether it was laid out for people, so that lines of totals and notes are no rows
 * @param header its cells, of a header of two lines the joined ones; none where longer lines are no fault
 * @param names cells of a line that hold names of persons and are not read; what repeats them elsewhere is rejected
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
        List<String> header,
        List<Integer> names,
        List<Variant> variants,
        List<Variant> constantRows)
        implements Binding {
    /** Cells of the header; 0 where longer lines are no fault. */
    int cells() {
        return header.size();
    }

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
    public Optional<Wording> origin(String header) {
        return variants.stream()
                .flatMap(variant -> variant.sources().stream())
                .filter(source ->
                        source instanceof CellSource.Constant && source.header().equals(header))
                .map(CellSource.Constant.class::cast)
                .findFirst()
                .flatMap(FileBinding::origin);
    }

    private static Optional<Wording> origin(CellSource.Constant constant) {
        String read = constant.text();
        return switch (constant.origin()) {
            case FILE_NAME ->
                Optional.of(new Wording("取自文件名，读到“" + read + "”", "taken from the file name, which says " + read));
            case FOLDER -> Optional.of(new Wording("取自文件夹名“" + read + "”", "taken from the folder's name " + read));
            case HEADER_OR_MAPPING -> Optional.empty();
        };
    }

    @Override
    public RowReader open(References references, Pseudonym pseudonym) {
        return new CompiledRows(this, references, pseudonym);
    }

    @Override
    public SourceCells cellsOnLine() {
        return SourceCells.of(contract, variants, header);
    }
}
