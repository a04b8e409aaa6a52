package org.manyuan.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Pseudonym;
import org.manyuan.contract.References;

/**
 * All that a reader needs, wherever it runs. Printed by nobody: it stays out of options and plans.
 *
 * @param pseudonym opens the keyed hash where the reader runs
 * @param counts where each split reports to
 * @param choice which lines are read
 */
record ReadPlan(
        List<SourcePart> parts,
        References references,
        Supplier<Pseudonym> pseudonym,
        SplitCounts counts,
        LineChoice choice)
        implements Serializable {

    /**
     * One split of one part.
     *
     * @param number of the split in the plan
     */
    record Piece(int number, int part, Split split, boolean isFirst) implements InputPartition {}

    Contract contract() {
        return parts.get(0).binding().contract();
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            List<Split> splits = parts.get(part).text().splits();
            for (int i = 0; i < splits.size(); i++) {
                pieces.add(new Piece(pieces.size(), part, splits.get(i), i == 0));
            }
        }
        return pieces.stream().filter(choice::reads).toList();
    }

    /** The staging table's columns, then why the row is rejected (null: accepted), then where it stands. */
    StructType schema() {
        List<StructField> fields = new ArrayList<>(StagingTable.contractFields(contract()));
        fields.addAll(StagingTable.PROVENANCE);
        for (String name : List.of("rejects", "file_name")) {
            fields.add(new StructField(name, DataTypes.StringType, true, Metadata.empty()));
        }
        return new StructType(fields.toArray(StructField[]::new));
    }

    @Override
    public String toString() {
        return "ReadPlan of " + parts.size() + " texts";
    }
}
