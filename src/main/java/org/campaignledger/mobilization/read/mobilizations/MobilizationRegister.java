package org.campaignledger.mobilization.read.mobilizations;

import java.util.LinkedHashMap;
import java.util.Map;

import org.campaignledger.mobilization.events.UnitMobilized;
import org.campaignledger.platform.records.RecordForm;
import org.campaignledger.platform.records.RegisterProjection;

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
        return RegisterProjection.ofRecords(NAME, "mobilization_register", jdbc, UnitMobilized.class,
                MobilizationRegister::form);
    }

    static RecordForm form(UnitMobilized mobilized) {
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
        return new RecordForm(mobilized.occurredOn(), fields, mobilized.organization().name() + (code == null
                ? ""
                : " " + code));
    }
}
