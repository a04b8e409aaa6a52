package org.manyuan.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * Binds the cells of {@link MessageCells} to a contract: cell i is column i, and behind them stands who submits, who fills what a
 * folder's district fills in a file.
 */
public final class MessageBinding {
    private static final String SUBMITTER = "submitter";

    private MessageBinding() {}

    /** The binding of all messages of a dataset. */
    public static Binding of(Contract contract) {
        List<Column> columns = contract.columns();
        CellSource submitter = new CellSource.Field(columns.size(), SUBMITTER);
        List<CellSource> sources = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            CellSource own = new CellSource.Field(i, columns.get(i).name());
            sources.add(columns.get(i).fromFolder() ? new CellSource.FirstFilled(List.of(own, submitter)) : own);
        }
        Variant variant = new Variant(sources, List.of(), null);
        return new FileBinding(
                contract, false, false, 0, null, null, List.of(), List.of(), List.of(variant), List.of());
    }
}
