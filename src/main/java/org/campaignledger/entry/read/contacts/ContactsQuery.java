package org.campaignledger.entry.read.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.personaldata.MaskedPerson;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who answers questions about a category: one marked public is shown to everybody until erased; the others to hosts of
 * the category, and masked to whoever runs or audits the ledger (rule 24).
 */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/categories/{category}/contacts")
class ContactsQuery {

    private static final String SELECT = """
        select id, host, subject, person, shown from contact where campaign = ? and category = ? order by position""";

    private final JdbcClient jdbc;
    private final PersonalDataVault vault;
    private final CampaignRulesSource rules;
    private final Freshness freshness;

    ContactsQuery(JdbcClient jdbc, PersonalDataVault vault, CampaignRulesSource rules, Freshness freshness) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.rules = rules;
        this.freshness = freshness;
    }

    private record Row(String id, String host, String subject, String person, boolean shown) {}

    /**
     * A contact.
     *
     * @param subject under which they can be erased; told only to whoever can
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            String id, String host, @Nullable String name, @Nullable String phone,
            @com.fasterxml.jackson.annotation.JsonProperty("public") boolean shown, @Nullable String subject) {

        /** Never shows who it is, wherever it may be printed. */
        @Override
        public String toString() {
            return "Contact[" + id + "]";
        }
    }

    /** Those of a category that the caller may see. */
    record Contacts(List<Contact> items) {}

    @GetMapping
    ResponseEntity<Contacts> all(@PathVariable String campaign, @PathVariable String category,
            @RequestParam(required = false) @Nullable Long waitFor) {
        if (!rules.rules(campaign).categories().containsKey(category)) {
            throw Refused.notFound();
        }
        Actor reader = CurrentActor.get();
        return freshness.answerAt(ContactProjection.NAME, waitFor,
                position -> new Contacts(seen(campaign, category, reader)));
    }

    @GetMapping("/{id}")
    ResponseEntity<Contact> one(@PathVariable String campaign, @PathVariable String category, @PathVariable String id,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor reader = CurrentActor.get();
        return freshness.answerAt(ContactProjection.NAME, waitFor,
                position -> seen(campaign, category, reader).stream().filter(contact -> contact.id().equals(id))
                        .findFirst().orElseThrow(Refused::notFound));
    }

    private List<Contact> seen(String campaign, String category, Actor reader) {
        List<Row> rows = jdbc.sql(SELECT).param(campaign).param(category)
                .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4), row.getBoolean(5)))
                .list();
        Map<String, Map<String, String>> people = vault.openAll(rows.stream()
                .collect(Collectors.toMap(Row::subject, Row::person)));
        boolean runs = reader.role() == Role.ADMIN || reader.role() == Role.AUDITOR;
        boolean hosts = reader.role() == Role.HOST && category.equals(reader.scope());
        List<Contact> seen = new ArrayList<>();
        for (Row row : rows) {
            Map<String, String> person = people.get(row.subject());
            if (person != null && (row.shown() || runs || hosts)) {
                Map<String, String> told = row.shown() || hosts ? person : MaskedPerson.of(person);
                seen.add(new Contact(row.id(), row.host(), told.get("name"), told.get("phone"), row.shown(),
                        runs ? row.subject() : null));
            }
        }
        return seen;
    }
}
