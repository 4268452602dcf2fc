package org.campaignledger.propagandist.read.propagandists;

import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignledger.platform.records.RecordForm;
import org.campaignledger.platform.records.RegisterProjection;

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
        return RegisterProjection.ofRecords(NAME, "propagandist_register", jdbc, PropagandistRecruited.class,
                PropagandistRegister::form);
    }

    static RecordForm form(PropagandistRecruited recruited) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("subject", recruited.subject());
        fields.put("person", recruited.person());
        if (recruited.employer() != null) {
            fields.put("employer", recruited.employer());
        }
        return new RecordForm(recruited.occurredOn(), fields, recruited.employer() == null ? "" : recruited.employer());
    }
}
