package org.campaignledger.measure.read.measures;

import java.util.LinkedHashMap;
import java.util.Map;

import org.campaignledger.measure.events.MeasureFiled;
import org.campaignledger.platform.records.RecordForm;
import org.campaignledger.platform.records.RegisterProjection;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The register of measures filed. */
@Configuration(proxyBeanMethods = false)
class MeasureRegister {

    static final String NAME = "measures";

    @Bean
    RegisterProjection measureRegisterProjection(JdbcOperations jdbc) {
        return RegisterProjection.ofRecords(NAME, "measure_register", jdbc, MeasureFiled.class, MeasureRegister::form);
    }

    static RecordForm form(MeasureFiled filed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        put(fields, "category", filed.category());
        fields.put("requirement", filed.requirement());
        fields.put("title", filed.title());
        fields.put("on", filed.on().toString());
        put(fields, "jointWith", filed.jointWith());
        put(fields, "document", filed.document());
        String jointWith = filed.jointWith();
        return new RecordForm(filed.on(), fields, jointWith == null ? filed.title() : filed.title() + " " + jointWith);
    }

    private static void put(Map<String, @Nullable Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
