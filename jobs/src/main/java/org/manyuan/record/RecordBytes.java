package org.manyuan.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.sql.catalyst.encoders.Codec;

/** A record of any class as bytes, where a row carries one of many and no column of it is asked for on the way. Null stays
 * null. */
final class RecordBytes implements Codec<Record, byte[]>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] encode(Record record) {
        if (record == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(record);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return bytes.toByteArray();
    }

    @Override
    public Record decode(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Record) in.readObject();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (ClassNotFoundException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
