package org.campaignledger.outreach.read.reachreports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.outreach.events.ReachReported;
import org.campaignledger.platform.records.RecordForm;
import org.campaignledger.platform.records.RegisterProjection;

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
        return RegisterProjection.ofRecords(NAME, "reach_register", jdbc, ReachReported.class, ReachRegister::form);
    }

    static RecordForm form(ReachReported reported) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("channel", reported.channel().name());
        fields.put("from", reported.from().toString());
        fields.put("to", reported.to().toString());
        fields.put("direct", reported.direct());
        fields.put("secondary", reported.secondary());
        if (reported.evidence() != null) {
            fields.put("evidence", reported.evidence());
        }
        return new RecordForm(reported.to(), fields, reported.channel().name() + " " + Optional.ofNullable(reported
                .evidence()).orElse(""));
    }
}
