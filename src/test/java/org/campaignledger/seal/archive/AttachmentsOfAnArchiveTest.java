package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.campaignledger.platform.attachments.Attachment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restore reads of an archive's attachments, whoever has packed it. */
class AttachmentsOfAnArchiveTest {

    @TempDir
    Path folder;

    private final Attachment list = AListIsNamed.list("[]");

    private List<Attachment> read(byte[] bytes, @Nullable String comment) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("attachments/" + list.sha256());
            entry.setComment(comment);
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
        List<Attachment> found = new ArrayList<>();
        try (Archive archive = new Archive(file)) {
            archive.attachments(found::add);
        }
        return found;
    }

    @Test
    void theCommentIsTheMediaType() throws IOException {
        assertThat(read(list.bytes(), "text/csv")).singleElement().satisfies(attachment -> {
            assertThat(attachment.bytes()).isEqualTo(list.bytes());
            assertThat(attachment.mediaType()).isEqualTo("text/csv");
        });
    }

    @Test
    void withoutACommentNothingIsKnownOfIt() throws IOException {
        assertThat(read(list.bytes(), null)).singleElement()
                .satisfies(attachment -> assertThat(attachment.mediaType()).isEqualTo("application/octet-stream"));
    }

    @Test
    void otherBytesOrACommentThatIsNoMediaTypeBreakItOff() {
        assertThatThrownBy(() -> read(new byte[]{1}, "text/csv")).isInstanceOf(IOException.class)
                .hasMessageContaining(list.sha256());
        assertThatThrownBy(() -> read(list.bytes(), "no\r\ntype")).isInstanceOf(IOException.class);
    }
}
