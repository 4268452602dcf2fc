package org.campaignledger.entry.read.entries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.records.RecordRegister;
import org.campaignledger.platform.records.RegisterFilter;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.records.RegisterQuery;
import org.campaignledger.platform.web.door.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of entries as a list and entry by entry: a reporter its unit's, a host its category's, a judge those
 * assigned to it, without anything that tells whose they are.
 */
@RestController
class EntryRegisterEndpoint implements RecordRegister {

    private static final String CATEGORY = "category";

    private final EntryRegister register;
    private final RegisterQuery query;
    private final EntryItems items;
    private final EntriesOfAJudge judges;
    private final LikePictures likeness;
    private final BlindWords blind;

    EntryRegisterEndpoint(EntryRegister register, RegisterQuery query, EntryItems items, EntriesOfAJudge judges,
            LikePictures likeness, BlindWords blind) {
        this.blind = blind;
        this.register = register;
        this.query = query;
        this.items = items;
        this.judges = judges;
        this.likeness = likeness;
    }

    @Override
    public String kind() {
        return EntryProjection.NAME;
    }

    @Override
    public ResponseEntity<RegisterPage> page(String campaign, RegisterParameters parameters) {
        return page(campaign, null, null, parameters);
    }

    @Override
    public ResponseEntity<RegisterPage> page(String campaign, Map<String, String> fields,
            RegisterParameters parameters) {
        return page(campaign, fields.get(CATEGORY), fields.get("kind"), parameters);
    }

    /**
     * A page of the register.
     *
     * @param category only entries of this category
     * @param kind     only those of {@code INDIVIDUAL} or {@code UNION} submitters
     */
    @GetMapping("/api/v1/campaigns/{campaign}/entries")
    public ResponseEntity<RegisterPage> page(@PathVariable String campaign,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String kind, RegisterParameters parameters) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST, Role.JUDGE, Role.ADMIN, Role.AUDITOR);
        if (actor.role() == Role.JUDGE) {
            return judges.page(actor, campaign, category, parameters);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        RegisterFilter.add(fields, CATEGORY, category);
        RegisterFilter.add(fields, "kind", kind);
        if (actor.role() == Role.HOST) {
            String own = String.valueOf(actor.scope());
            if (category != null && !category.equals(own)) {
                throw Refused.forbidden("foreign-category");
            }
            fields.put(CATEGORY, own);
        }
        return query.pageFor(actor, register.projection(), campaign, parameters, fields,
                parameters.text() == null ? List.of() : blind.toFind(parameters.text()),
                rows -> items.shown(rows, actor));
    }

    @Override
    @GetMapping("/api/v1/campaigns/{campaign}/entries/{id}")
    public ResponseEntity<Map<String, Object>> one(@PathVariable String campaign, @PathVariable String id,
            RegisterParameters parameters) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST, Role.JUDGE, Role.ADMIN, Role.AUDITOR);
        if (actor.role() == Role.JUDGE) {
            return judges.one(actor, id, parameters);
        }
        return query.oneFor(actor, register.projection(), campaign, id, parameters, rows -> {
            List<Map<String, Object>> shown = items.shown(rows.stream()
                    .filter(row -> actor.role() != Role.HOST || String.valueOf(row.get(CATEGORY)).equals(actor.scope()))
                    .toList(), actor);
            if (shown.isEmpty()) {
                throw Refused.notFound();
            }
            // Of another unit's entries a reporter is told nothing, not even that there is one like its own.
            return actor.role() == Role.REPORTER ? shown : shown.stream().map(likeness::added).toList();
        });
    }

    /** One entry with its whole life; within the caller's scope. */
    @GetMapping("/api/v1/entries/{id}")
    ResponseEntity<Map<String, Object>> one(@PathVariable String id, RegisterParameters parameters) {
        return one(register.campaignOf(id, parameters.waitFor()), id, parameters);
    }
}
