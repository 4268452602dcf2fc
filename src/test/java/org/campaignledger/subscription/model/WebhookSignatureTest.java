package org.campaignledger.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    /** The vector by which libraries of the specification check themselves. */
    @Test
    void itIsThatOfTheSpecification() {
        assertThat(WebhookSignature.of(List.of(SECRET), ID, 1_614_265_330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void idTimeBodyAndSecretAreInIt() {
        String one = WebhookSignature.of(List.of(SECRET), ID, 1_614_265_330, BODY);
        assertThat(WebhookSignature.of(List.of(SECRET), ID + "x", 1_614_265_330, BODY)).isNotEqualTo(one);
        assertThat(WebhookSignature.of(List.of(SECRET), ID, 1_614_265_331, BODY)).isNotEqualTo(one);
        assertThat(WebhookSignature.of(List.of(SECRET), ID, 1_614_265_330, new byte[]{1})).isNotEqualTo(one);
        assertThat(WebhookSignature.of(List.of(WebhookSignature.secret(new byte[32])), ID, 1_614_265_330, BODY))
                .isNotEqualTo(one);
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        String next = WebhookSignature.secret(new byte[WebhookSignature.SECRET_BYTES]);
        assertThat(next).startsWith("whsec_").hasSize(6 + 44);
        assertThat(WebhookSignature.of(List.of(next, SECRET), ID, 1_614_265_330, BODY).split(" "))
                .hasSize(2).endsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
