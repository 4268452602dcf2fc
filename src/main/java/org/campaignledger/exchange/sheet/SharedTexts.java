package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells of a workbook share, held as bytes: a million names take a few dozen megabytes, and no more. */
final class SharedTexts {

    private static final int PAGE = 1 << 20;
    private final List<byte[]> pages = new ArrayList<>();
    private long[] ends = new long[1024];
    private int count;
    private long length;

    /** None. */
    SharedTexts() {}

    /** Those of a part. */
    static SharedTexts read(InputStream in) throws IOException, XMLStreamException {
        SharedTexts texts = new SharedTexts();
        XMLStreamReader xml = XmlParts.reader(in);
        StringBuilder text = new StringBuilder();
        while (XmlParts.toNextStart(xml)) {
            if ("si".equals(xml.getLocalName())) {
                text.setLength(0);
                XmlParts.text(xml, text, SheetLimits.MAX_CELL);
                texts.add(Escapes.decoded(text.toString()));
            }
        }
        return texts;
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (length + bytes.length > SheetLimits.MAX_SHARED_BYTES || count == SheetLimits.MAX_SHARED_TEXTS) {
            throw SheetRefused.of("too-many-texts", Map.of("max", SheetLimits.MAX_SHARED_BYTES));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        for (int from = 0; from < bytes.length;) {
            int at = (int) (length % PAGE);
            if (at == 0 && length / PAGE == pages.size()) {
                pages.add(new byte[PAGE]);
            }
            int piece = Math.min(PAGE - at, bytes.length - from);
            System.arraycopy(bytes, from, pages.get((int) (length / PAGE)), at, piece);
            from += piece;
            length += piece;
        }
        ends[count++] = length;
    }

    /**
     * A text.
     *
     * @throws SheetRefused there is none of this number
     */
    String get(String number) {
        int index;
        try {
            index = Integer.parseInt(number.strip());
        } catch (NumberFormatException none) {
            throw SheetRefused.of("not-a-workbook");
        }
        if (index < 0 || index >= count) {
            throw SheetRefused.of("not-a-workbook");
        }
        long from = index == 0 ? 0 : ends[index - 1];
        byte[] bytes = new byte[(int) (ends[index] - from)];
        for (int done = 0; done < bytes.length;) {
            int at = (int) ((from + done) % PAGE);
            int piece = Math.min(PAGE - at, bytes.length - done);
            System.arraycopy(pages.get((int) ((from + done) / PAGE)), at, bytes, done, piece);
            done += piece;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
