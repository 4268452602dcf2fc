package org.campaignledger.mobilization.read.mobilizations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.mobilization.events.UnitMobilized;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The register of grass-roots unions mobilised. */
@Configuration(proxyBeanMethods = false)
class MobilizationRegister {

    static final String NAME = "mobilizations";

    @Bean
    RegisterProjection mobilizationRegisterProjection(JdbcOperations jdbc) {
        return new RegisterProjection(NAME, "mobilization_register", jdbc, MobilizationRegister::row);
    }

    static Optional<RegisterRow> row(LedgerEntry entry) {
        if (!(entry.event() instanceof UnitMobilized mobilized)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> organization = new LinkedHashMap<>();
        organization.put("name", mobilized.organization().name());
        if (mobilized.organization().code() != null) {
            organization.put("code", mobilized.organization().code());
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("organization", organization);
        if (mobilized.employees() != null) {
            fields.put("employees", mobilized.employees());
        }
        String code = mobilized.organization().code();
        return Optional.of(new RegisterRow(mobilized.id(), entry.position(), mobilized.campaign(), mobilized.unit(),
                mobilized.occurredOn(), entry.recordedAt(), RegisterRow.RECORDED, fields,
                mobilized.organization().name() + (code == null ? "" : " " + code)));
    }
}
