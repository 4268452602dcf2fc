package org.campaignledger.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An attachment is what its digest says, or there is none. */
class AttachmentTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String DIGEST_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void itsDigestIsThatOfFips180() {
        assertThat(Attachment.of("text/plain", ABC).sha256()).isEqualTo(DIGEST_OF_ABC);
        assertThat(Attachment.isDigest(DIGEST_OF_ABC)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a ", "../../../etc"})
    void whatIsNoDigestIsTold(String text) {
        assertThat(Attachment.isDigest(text)).isFalse();
    }

    @Test
    void otherBytesThanThoseOfTheDigestAreRefused() {
        assertThatThrownBy(() -> new Attachment(DIGEST_OF_ABC, "text/plain", new byte[]{1}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(DIGEST_OF_ABC);
    }

    @Test
    void oneByteTooManyIsRefused() {
        assertThat(Attachment.of("text/csv", new byte[Attachment.MAX_BYTES]).bytes()).hasSize(16 << 20);
        assertThatThrownBy(() -> Attachment.of("text/csv", new byte[Attachment.MAX_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("16777217");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv;charset=utf-8", "text/plain; charset=utf-8",
            Attachment.UNKNOWN_TYPE})
    void mediaTypesAreTaken(String mediaType) {
        assertThat(Attachment.of(mediaType, ABC).mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "text/html\r\nSet-Cookie: a=b", "text/plain; x=\"y\"", "文本/文本"})
    void whatCouldBeMoreThanAMediaTypeInAHeaderIsNot(String mediaType) {
        assertThatThrownBy(() -> Attachment.of(mediaType, ABC)).isInstanceOf(IllegalArgumentException.class);
    }
}
