package org.manyuan.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where on a line the cells stand that a reject speaks of, so that they can be marked for the clerk. */
public final class SourceCells {
    /** Of a source without cells. */
    public static final SourceCells NONE = new SourceCells();

    private final Map<String, Set<Integer>> ofHeader = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> ofColumn = new LinkedHashMap<>();
    private final TreeMap<Integer, String> headers = new TreeMap<>();

    private SourceCells() {}

    /** Of a file: by the headers that its rejects name, and by the columns that they become; what is not read by its header alone. */
    static SourceCells of(Contract contract, List<Variant> variants, List<String> header) {
        SourceCells cells = new SourceCells();
        for (Variant variant : variants) {
            for (int i = 0; i < variant.sources().size(); i++) {
                CellSource source = variant.sources().get(i);
                if (source != null) {
                    cells.add(contract.columns().get(i), source);
                }
            }
        }
        for (int place = 0; place < header.size(); place++) {
            cells.headers.putIfAbsent(place, header.get(place));
        }
        return cells;
    }

    private void add(Column column, CellSource source) {
        // as rejects write it
        String header = source.header().replace(';', ',');
        for (CellSource.Field field : source.fields()) {
            ofHeader.computeIfAbsent(header, name -> new LinkedHashSet<>()).add(field.index());
            ofColumn.computeIfAbsent(column.name(), name -> new LinkedHashSet<>())
                    .add(field.index());
            ofColumn.computeIfAbsent(column.storedName(), name -> new LinkedHashSet<>())
                    .add(field.index());
            headers.putIfAbsent(field.index(), field.header());
        }
    }

    /**
     * The places on the line, from 0; none where the file has no such cell.
     *
     * @param named a header of the source, a column of the contract, or several columns joined by commas. A column that stands in
     *     several cells of a line (the subject of a wide sheet) has no place of its own
     */
    public List<Integer> named(String named) {
        if (ofHeader.containsKey(named)) {
            return List.copyOf(ofHeader.get(named));
        }
        List<Integer> places = new ArrayList<>();
        for (String column : named.split(", ", -1)) {
            Set<Integer> cells = ofColumn.getOrDefault(column, Collections.emptySet());
            if (cells.size() == 1) {
                places.addAll(cells);
            }
        }
        return places;
    }

    /** Whether a column is filled from the cell. */
    public boolean isRead(int place) {
        return ofHeader.values().stream().anyMatch(places -> places.contains(place));
    }

    /** How many cells its header reaches over. */
    public int width() {
        return headers.isEmpty() ? 0 : headers.lastKey() + 1;
    }

    /** What the cell's column is called; empty where the source has no header. */
    public Optional<String> header(int place) {
        return Optional.ofNullable(headers.get(place));
    }
}
