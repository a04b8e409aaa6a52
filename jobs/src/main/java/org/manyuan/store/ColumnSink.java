package org.manyuan.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.manyuan.contract.Contract;
import org.manyuan.contract.ProblemCode;
import org.manyuan.contract.RowSink;

/** Collects rows in Spark's column vectors and counts them. What is the same for a whole part is stored once. */
final class ColumnSink implements RowSink, AutoCloseable {
    private static final int FIRST_ROOM = 4096;
    private static final byte[] REPORTED = "reported".getBytes(StandardCharsets.UTF_8);

    private final int contractColumns;
    private final int origin;
    private final OnHeapColumnVector[] cells;
    private final boolean[] isInt;
    private final boolean[] isFilled;
    /** Who submits each row; null where all rows of the part have one submitter. */
    private final OnHeapColumnVector submitters;

    private final OnHeapColumnVector sourceLine;
    private final OnHeapColumnVector rejects;
    private final ColumnarBatch batch;
    private final Map<String, SourceCounts.Occurrences> problems = new HashMap<>();
    private final Map<String, SourceCounts.Occurrences> warned = new HashMap<>();
    private final Map<String, Long> lastLines = new HashMap<>();
    private byte[] submitter = new byte[0];
    private int row;
    private long rows;
    private long rejected;

    ColumnSink(StructType schema, Contract contract, SourcePart part) {
        contractColumns = contract.columns().size();
        int stored = contractColumns + (contract.has(StagingTable.ORIGIN) ? 0 : 1);
        origin = contract.has(StagingTable.ORIGIN) ? contract.indexOf(StagingTable.ORIGIN) : contractColumns;
        cells = new OnHeapColumnVector[stored];
        isInt = new boolean[stored];
        isFilled = new boolean[stored];
        for (int i = 0; i < stored; i++) {
            DataType type = schema.fields()[i].dataType();
            cells[i] = new OnHeapColumnVector(FIRST_ROOM, type);
            isInt[i] = type.equals(DataTypes.IntegerType)
                    || type instanceof DecimalType decimal && decimal.precision() <= Decimal.MAX_INT_DIGITS();
        }
        sourceLine = new OnHeapColumnVector(FIRST_ROOM, DataTypes.LongType);
        rejects = new OnHeapColumnVector(FIRST_ROOM, DataTypes.StringType);
        List<ColumnVector> all = new ArrayList<>(Arrays.asList(cells));
        all.add(text(part.submissionId()));
        all.add(receivedNo(part));
        all.add(sourceOn(part));
        all.add(precedence(part));
        submitters = part.text().namesSubmitters() ? new OnHeapColumnVector(FIRST_ROOM, DataTypes.StringType) : null;
        all.add(submitters == null ? text(part.submitter()) : submitters);
        all.add(text(part.text().sheet()));
        all.add(sourceLine);
        all.add(rejects);
        all.add(text(part.text().fileName()));
        batch = new ColumnarBatch(all.toArray(ColumnVector[]::new));
    }

    void begin() {
        row = 0;
        for (OnHeapColumnVector cell : cells) {
            cell.reset();
        }
        if (submitters != null) {
            submitters.reset();
        }
        sourceLine.reset();
        rejects.reset();
    }

    /** Who submits the rows that follow; null where the part says so. */
    void submitter(String name) {
        if (submitters != null) {
            submitter = name.getBytes(StandardCharsets.UTF_8);
        }
    }

    int rows() {
        return row;
    }

    ColumnarBatch batch() {
        batch.setNumRows(row);
        return batch;
    }

    SourceCounts counts(long lines, long filtered) {
        return new SourceCounts(lines, filtered, rows, rejected, Map.copyOf(problems), Map.copyOf(warned));
    }

    @Override
    public void text(int column, byte[] utf8, int from, int length) {
        cells[column].putByteArray(row, utf8, from, length);
        isFilled[column] = true;
    }

    @Override
    public void whole(int column, long value) {
        if (isInt[column]) {
            cells[column].putInt(row, Math.toIntExact(value));
        } else {
            cells[column].putLong(row, value);
        }
        isFilled[column] = true;
    }

    @Override
    public void decimal(int column, long unscaled) {
        whole(column, unscaled);
    }

    @Override
    public void number(int column, double value) {
        cells[column].putDouble(row, value);
        isFilled[column] = true;
    }

    @Override
    public void day(int column, int epochDay) {
        cells[column].putInt(row, epochDay);
        isFilled[column] = true;
    }

    @Override
    public void flag(int column, boolean value) {
        cells[column].putBoolean(row, value);
        isFilled[column] = true;
    }

    @Override
    public void warn(long line, String warnings) {
        count(warned, line, warnings);
    }

    @Override
    public void end(long line, String reasons) {
        if (reasons == null) {
            rejects.putNull(row);
            if (!isFilled[origin]) {
                cells[origin].putByteArray(row, REPORTED);
                isFilled[origin] = true;
            }
        } else {
            reject(line, reasons);
        }
        for (int i = 0; i < cells.length; i++) {
            if (!isFilled[i]) {
                cells[i].putNull(row);
            }
            isFilled[i] = false;
        }
        if (submitters != null) {
            submitters.putByteArray(row, submitter, 0, submitter.length);
        }
        sourceLine.putLong(row, line);
        rows++;
        row++;
        if (row >= FIRST_ROOM) {
            makeRoom();
        }
    }

    /** A rejected row keeps where and why, no cell. */
    private void reject(long line, String reasons) {
        rejected++;
        byte[] utf8 = reasons.getBytes(StandardCharsets.UTF_8);
        rejects.putByteArray(row, utf8, 0, utf8.length);
        Arrays.fill(isFilled, false);
        count(problems, line, reasons);
    }

    private void count(Map<String, SourceCounts.Occurrences> seen, long line, String reasons) {
        for (String reason : reasons.split(";")) {
            tell(seen, reason, line);
        }
    }

    @Override
    public void summary(long line) {
        tell(warned, ProblemCode.SUMMARY_LINE + ":", line);
    }

    /** A bad key rejects every row of a wide line, and is one bad cell. */
    private void tell(Map<String, SourceCounts.Occurrences> seen, String reason, long line) {
        Long last = lastLines.put(reason, line);
        if (last == null || last != line) {
            seen.merge(reason, SourceCounts.Occurrences.once(line), (known, one) -> known.and(line));
        }
    }

    private void makeRoom() {
        for (OnHeapColumnVector cell : cells) {
            cell.reserve(row + 1);
        }
        if (submitters != null) {
            submitters.reserve(row + 1);
        }
        sourceLine.reserve(row + 1);
        rejects.reserve(row + 1);
    }

    private static ConstantColumnVector text(String value) {
        ConstantColumnVector constant = new ConstantColumnVector(1, DataTypes.StringType);
        constant.setUtf8String(UTF8String.fromString(value));
        return constant;
    }

    private static ConstantColumnVector receivedNo(SourcePart part) {
        ConstantColumnVector constant = new ConstantColumnVector(1, DataTypes.LongType);
        constant.setLong(part.receivedNo());
        return constant;
    }

    private static ConstantColumnVector sourceOn(SourcePart part) {
        ConstantColumnVector constant = new ConstantColumnVector(1, DataTypes.DateType);
        if (part.binding().sourceOn() == null) {
            constant.setNull();
        } else {
            constant.setInt((int) part.binding().sourceOn().toEpochDay());
        }
        return constant;
    }

    private static ConstantColumnVector precedence(SourcePart part) {
        ConstantColumnVector constant = new ConstantColumnVector(1, DataTypes.IntegerType);
        constant.setInt(part.binding().precedence());
        return constant;
    }

    @Override
    public void close() {
        batch.close();
    }
}
