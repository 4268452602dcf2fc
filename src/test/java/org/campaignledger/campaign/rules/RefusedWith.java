package org.campaignledger.campaign.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.campaignledger.kernel.Refused;

/** What a refusal has to say. */
final class RefusedWith {

    private RefusedWith() {}

    static Consumer<Refused> code(String code) {
        return refused -> assertThat(refused.code()).isEqualTo(code);
    }
}
