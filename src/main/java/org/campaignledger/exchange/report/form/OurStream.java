package org.campaignledger.exchange.report.form;

import com.openhtmltopdf.extend.FSStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** A text that the setter of the PDF reads as if it had fetched it. */
record OurStream(String text) implements FSStream {

    @Override
    public InputStream getStream() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Reader getReader() {
        return new StringReader(text);
    }
}
