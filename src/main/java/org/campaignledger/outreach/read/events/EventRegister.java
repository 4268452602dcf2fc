package org.campaignledger.outreach.read.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.records.RecordForm;
import org.campaignledger.platform.records.RegisterProjection;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The register of outreach events held. */
@Configuration(proxyBeanMethods = false)
class EventRegister {

    static final String NAME = "events";

    @Bean
    RegisterProjection eventRegisterProjection(JdbcOperations jdbc) {
        return RegisterProjection.ofRecords(NAME, "event_register", jdbc, EventHeld.class, EventRegister::form);
    }

    static RecordForm form(EventHeld held) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", held.kind().name());
        fields.put("title", held.title());
        putIfThere(fields, "place", held.place());
        putIfThere(fields, "enterprise", held.enterprise());
        fields.put("contacts", held.contacts());
        putIfThere(fields, "distinctFrom", held.distinctFrom());
        String search = held.title() + " " + Optional.ofNullable(held.place()).orElse("") + " "
                + Optional.ofNullable(held.enterprise()).orElse("");
        return new RecordForm(held.occurredOn(), fields, search);
    }

    private static void putIfThere(Map<String, @Nullable Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
