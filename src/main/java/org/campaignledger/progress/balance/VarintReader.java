package org.campaignledger.progress.balance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.campaignledger.kernel.Metric;

/** Reads what {@link VarintWriter} wrote. Bytes that end too early are an {@link IndexOutOfBoundsException}. */
final class VarintReader {

    private static final Map<String, Metric> METRICS = Arrays.stream(Metric.values()).collect(Collectors.toMap(
            Metric::id, Function.identity()));

    private final byte[] bytes;
    private int at;

    VarintReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number of things that each take a byte or more. */
    int count() {
        long count = unsigned();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("a count of more than there are bytes");
        }
        return (int) count;
    }

    List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        int length = count();
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    /** A metric, by the number of its name. */
    Metric metric(List<String> names) {
        String id = names.get((int) unsigned());
        Metric metric = METRICS.get(id);
        if (metric == null) {
            throw new IllegalArgumentException("a figure of an unknown metric " + id);
        }
        return metric;
    }

    void mustBeAtEnd() {
        if (at != bytes.length) {
            throw new IllegalArgumentException("bytes are left over");
        }
    }
}
