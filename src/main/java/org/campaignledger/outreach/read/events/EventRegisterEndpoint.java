package org.campaignledger.outreach.read.events;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.campaignledger.platform.records.RecordRegister;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterQuery;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register as a list and record by record, within the caller's scope. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/events")
class EventRegisterEndpoint implements RecordRegister {

    private final RegisterProjection register;
    private final RegisterQuery query;

    EventRegisterEndpoint(@Qualifier("eventRegisterProjection") RegisterProjection register, RegisterQuery query) {
        this.register = register;
        this.query = query;
    }

    @Override
    public String kind() {
        return EventRegister.NAME;
    }

    @Override
    @GetMapping
    public ResponseEntity<RegisterPage> page(@PathVariable String campaign, RegisterParameters parameters) {
        return query.page(register, campaign, parameters, UnaryOperator.identity());
    }

    @Override
    @GetMapping("/{id}")
    public ResponseEntity<Map<String, Object>> one(@PathVariable String campaign, @PathVariable String id,
            RegisterParameters parameters) {
        return query.one(register, campaign, id, parameters, UnaryOperator.identity());
    }
}
