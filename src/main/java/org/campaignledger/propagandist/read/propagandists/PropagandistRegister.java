package org.campaignledger.propagandist.read.propagandists;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterRow;
import org.campaignledger.propagandist.events.PropagandistRecruited;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The register of propagandists; their personal data stay encrypted in it. */
@Configuration(proxyBeanMethods = false)
class PropagandistRegister {

    static final String NAME = "propagandists";

    @Bean
    RegisterProjection propagandistRegisterProjection(JdbcOperations jdbc) {
        return new RegisterProjection(NAME, "propagandist_register", jdbc, PropagandistRegister::row);
    }

    static Optional<RegisterRow> row(LedgerEntry entry) {
        if (!(entry.event() instanceof PropagandistRecruited recruited)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("subject", recruited.subject());
        fields.put("person", recruited.person());
        if (recruited.employer() != null) {
            fields.put("employer", recruited.employer());
        }
        return Optional.of(new RegisterRow(recruited.id(), entry.position(), recruited.campaign(), recruited.unit(),
                recruited.occurredOn(), entry.recordedAt(), RegisterRow.RECORDED, fields,
                recruited.employer() == null ? "" : recruited.employer()));
    }
}
