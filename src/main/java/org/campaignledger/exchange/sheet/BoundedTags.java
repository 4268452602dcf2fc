package org.campaignledger.exchange.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * XML in which no tag is longer than it may be, and in which there are no comments, document types, sections or, but for
 * the declaration at its beginning, instructions: a parser would hold each of them whole, however long, and no program that
 * makes workbooks writes any. Of UTF-8 only, in which the bytes looked for are never part of another character.
 */
final class BoundedTags extends FilterInputStream {

    private long read;
    private int inTag = -1;

    BoundedTags(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        for (int i = offset; i < offset + got; i++) {
            look(into[i]);
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void look(byte next) {
        read++;
        if (next == '<') {
            inTag = 0;
        } else if (inTag >= 0) {
            boolean first = inTag++ == 0;
            // the declaration begins the document, behind a mark of three bytes at most
            boolean refused = first && (next == '!' || next == '?' && read > 5) || inTag > SheetLimits.MAX_TAG;
            if (refused) {
                throw SheetRefused.of("not-a-workbook");
            }
            if (next == '>') {
                inTag = -1;
            }
        }
    }
}
