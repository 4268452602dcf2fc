package org.campaignledger.platform.works.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.campaignledger.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents are told by their bytes, and those with macros, torn or huge ones are not taken. */
class DocumentsTest {

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.";

    @TempDir
    private Path folder;

    private Facts inspected(byte[] file) throws IOException {
        return MediaInspector.inspect(Files.write(folder.resolve("file"), file));
    }

    private String refusal(byte[] file) {
        return catchThrowableOfType(Refused.class, () -> inspected(file)).code();
    }

    @Test
    void aPdf() throws IOException {
        byte[] pdf = MadeDocument.pdf("x");
        assertThat(inspected(pdf)).satisfies(facts -> {
            assertThat(facts.mediaType()).isEqualTo("application/pdf");
            assertThat(facts.bytes()).isEqualTo(pdf.length);
        });
        assertThat(refusal(Arrays.copyOf(pdf, pdf.length - 8))).isEqualTo("media-truncated");
        pdf[5] = '9';
        assertThat(refusal(pdf)).isEqualTo("media-malformed");
        assertThat(refusal("%PDF-".getBytes())).isEqualTo("media-truncated");
    }

    @ParameterizedTest
    @CsvSource({"wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation"})
    void officeFiles(String kind) throws IOException {
        assertThat(inspected(MadeDocument.office(MAIN + kind + ".main+xml", 3)).mediaType()).isEqualTo(MAIN + kind);
    }

    @Test
    void otherZipsAreNotTaken() {
        assertThat(refusal(MadeDocument.office("text/plain", 1))).isEqualTo("media-not-taken");
        assertThat(refusal(MadeDocument.office("application/vnd.ms-word.document.macroEnabled.main+xml", 1)))
                .isEqualTo("media-not-taken");
        assertThat(refusal(MadeDocument.office(MAIN + "wordprocessingml.document.main+xml", 20_001)))
                .isEqualTo("media-too-complex");
        byte[] docx = MadeDocument.docx();
        assertThat(refusal(Arrays.copyOf(docx, docx.length - 30))).isEqualTo("media-truncated");
    }
}
