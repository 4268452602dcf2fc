package org.campaignledger.measure.read.measures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.records.RecordRegister;
import org.campaignledger.platform.records.RegisterFilter;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterQuery;
import org.campaignledger.platform.web.door.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register as a list and record by record: a reporter its unit's, a host its category's, ADMIN and AUDITOR all. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/measures")
class MeasureRegisterEndpoint implements RecordRegister {

    private static final String CATEGORY = "category";
    private static final String REQUIREMENT = "requirement";

    private final RegisterProjection register;
    private final RegisterQuery query;

    MeasureRegisterEndpoint(@Qualifier("measureRegisterProjection") RegisterProjection register,
            RegisterQuery query) {
        this.register = register;
        this.query = query;
    }

    @Override
    public String kind() {
        return MeasureRegister.NAME;
    }

    @Override
    public ResponseEntity<RegisterPage> page(String campaign, RegisterParameters parameters) {
        return page(campaign, null, null, parameters);
    }

    @Override
    public ResponseEntity<RegisterPage> page(String campaign, Map<String, String> fields,
            RegisterParameters parameters) {
        return page(campaign, fields.get(CATEGORY), fields.get(REQUIREMENT), parameters);
    }

    /**
     * A page of the register.
     *
     * @param category    only measures of this category
     * @param requirement only measures for this requirement
     */
    @GetMapping
    public ResponseEntity<RegisterPage> page(@PathVariable String campaign,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String requirement, RegisterParameters parameters) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        Map<String, String> fields = new LinkedHashMap<>();
        RegisterFilter.add(fields, CATEGORY, category);
        RegisterFilter.add(fields, REQUIREMENT, requirement);
        if (actor.role() == Role.HOST) {
            String own = String.valueOf(actor.scope());
            if (category != null && !category.isBlank() && !category.equals(own)) {
                throw Refused.forbidden("foreign-category");
            }
            fields.put(CATEGORY, own);
        }
        return query.pageFor(actor, register, campaign, parameters, fields, List.of(), UnaryOperator.identity());
    }

    @Override
    @GetMapping("/{id}")
    public ResponseEntity<Map<String, Object>> one(@PathVariable String campaign, @PathVariable String id,
            RegisterParameters parameters) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        return query.oneFor(actor, register, campaign, id, parameters, rows -> withinScope(rows, actor));
    }

    /** A host's own category only: of another's there is nothing, and nothing is said of it. */
    private static List<Map<String, Object>> withinScope(List<Map<String, Object>> rows, Actor actor) {
        List<Map<String, Object>> seen = rows.stream().filter(row -> actor.role() != Role.HOST
                || String.valueOf(row.get(CATEGORY)).equals(actor.scope())).toList();
        if (seen.isEmpty()) {
            throw Refused.notFound();
        }
        return seen;
    }
}
