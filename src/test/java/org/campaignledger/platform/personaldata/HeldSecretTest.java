package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeldSecretTest {

    private static final byte[] TEXT = "what was typed".getBytes(StandardCharsets.UTF_8);

    @Test
    void onlyWhoHoldsTheSecretReadsIt() {
        byte[] sealed = new HeldSecret("one", "form").seal(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("typed");
        assertThat(new HeldSecret("one", "form").open(sealed)).hasValue(TEXT);
        assertThat(new HeldSecret("two", "form").open(sealed)).isEmpty();
        assertThat(new HeldSecret("one", "letter").open(sealed)).isEmpty();
        sealed[20] ^= 1;
        assertThat(new HeldSecret("one", "form").open(sealed)).isEmpty();
    }
}
