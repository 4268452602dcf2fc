package org.campaignledger.platform.works.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small documents, made byte by byte. */
public final class MadeDocument {

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.";

    private MadeDocument() {}

    /** A PDF of one empty page. */
    public static byte[] pdf(String mark) {
        String body = "%PDF-1.4\n% " + mark + "\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R"
                + "/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** A text document. */
    public static byte[] docx() {
        return office(MAIN + "wordprocessingml.document.main+xml", 1);
    }

    /** A file of Office Open XML whose main part is of this type. */
    public static byte[] office(String mainType, int parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types><Override PartName=\"/main.xml\" ContentType=\"" + mainType + "\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < parts; i++) {
                zip.putNextEntry(new ZipEntry("part" + i + ".xml"));
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
