package org.manyuan.contract;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers byte strings 0, 1, 2 … in the order they came and finds them again without making an object. Open addressing. */
final class ByteIndex implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[][] words;
    private int[] slots;
    private int size;

    ByteIndex() {
        words = new byte[16][];
        slots = newSlots(64);
    }

    /** The same words under the same numbers. */
    ByteIndex(ByteIndex other) {
        words = other.words.clone();
        slots = other.slots.clone();
        size = other.size;
    }

    /** The number of the word, given now if it is new. */
    int add(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        int known = find(bytes, 0, bytes.length);
        if (known >= 0) {
            return known;
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size);
        }
        words[size] = bytes;
        if (4 * (size + 1) > slots.length) {
            int[] wider = newSlots(2 * slots.length);
            for (int i = 0; i < size; i++) {
                place(wider, i);
            }
            slots = wider;
        }
        place(slots, size);
        return size++;
    }

    /** The number of the word; −1 where it is unknown. */
    int find(byte[] buffer, int from, int length) {
        int mask = slots.length - 1;
        for (int slot = hash(buffer, from, length) & mask; slots[slot] >= 0; slot = (slot + 1) & mask) {
            byte[] word = words[slots[slot]];
            if (Arrays.equals(word, 0, word.length, buffer, from, from + length)) {
                return slots[slot];
            }
        }
        return -1;
    }

    /** The word of a number. */
    byte[] word(int number) {
        return words[number];
    }

    int size() {
        return size;
    }

    private void place(int[] table, int number) {
        byte[] word = words[number];
        int mask = table.length - 1;
        int slot = hash(word, 0, word.length) & mask;
        while (table[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = number;
    }

    private static int[] newSlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    /** Eight bytes at a time: codes are looked up several times a row. */
    private static int hash(byte[] buffer, int from, int length) {
        long hash = length;
        int end = from + length;
        int i = from;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            hash = mixed(hash ^ (long) WORDS.get(buffer, i));
        }
        long rest = 0;
        for (; i < end; i++) {
            rest = rest << Byte.SIZE | buffer[i] & 0xFF;
        }
        return (int) mixed(hash ^ rest);
    }

    private static long mixed(long value) {
        long spread = value * 0x9E3779B97F4A7C15L;
        return spread ^ spread >>> Integer.SIZE;
    }
}
