package org.manyuan.contract;

/** Hears which rows are taken and which are not, and keeps none of their cells. */
public final class RowEnds implements RowSink {
    private final End told;

    public RowEnds(End told) {
        this.told = told;
    }

    /** Hears the end of a row, as {@link RowSink#end} does. */
    public interface End {
        void end(long line, String rejects);
    }

    @Override
    public void text(int column, byte[] utf8, int from, int length) {}

    @Override
    public void whole(int column, long value) {}

    @Override
    public void decimal(int column, long unscaled) {}

    @Override
    public void number(int column, double value) {}

    @Override
    public void day(int column, int epochDay) {}

    @Override
    public void flag(int column, boolean value) {}

    @Override
    public void end(long line, String rejects) {
        told.end(line, rejects);
    }
}
