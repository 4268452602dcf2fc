package org.campaignledger.outreach.read.reachreports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.outreach.events.ReachReported;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The register of reach reported. */
@Configuration(proxyBeanMethods = false)
class ReachRegister {

    static final String NAME = "reach-reports";

    @Bean
    RegisterProjection reachRegisterProjection(JdbcOperations jdbc) {
        return new RegisterProjection(NAME, "reach_register", jdbc, ReachRegister::row);
    }

    static Optional<RegisterRow> row(LedgerEntry entry) {
        if (!(entry.event() instanceof ReachReported reported)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("channel", reported.channel().name());
        fields.put("from", reported.from().toString());
        fields.put("to", reported.to().toString());
        fields.put("direct", reported.direct());
        fields.put("secondary", reported.secondary());
        if (reported.evidence() != null) {
            fields.put("evidence", reported.evidence());
        }
        return Optional.of(new RegisterRow(reported.id(), entry.position(), reported.campaign(), reported.unit(),
                reported.to(), entry.recordedAt(), RegisterRow.RECORDED, fields,
                reported.channel().name() + " " + Optional.ofNullable(reported.evidence()).orElse("")));
    }
}
