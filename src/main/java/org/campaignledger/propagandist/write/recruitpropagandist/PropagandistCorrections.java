package org.campaignledger.propagandist.write.recruitpropagandist;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.correction.Changes;
import org.campaignledger.platform.correction.RecordCorrections;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.personaldata.MaskedPerson;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.propagandist.events.PropagandistCorrected;
import org.campaignledger.propagandist.events.PropagandistRecruited;
import org.campaignledger.propagandist.events.PropagandistReversed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What corrections do to the record of a propagandist. Changes of who they are travel and rest encrypted with the
 * person's own key: once the person is erased nobody can read them, nor apply them any more.
 */
@Component
class PropagandistCorrections
        extends
            RecordCorrections<PropagandistRecruited, RecruitPropagandistEndpoint.Body> {

    private static final String PERSON = "person";
    private static final String SUBJECT = "subject";

    /** Names of the changed details, beside their encrypted values: a reviewer is to know what is changed. */
    private static final String DETAILS = "personFields";

    private final PersonalDataVault vault;
    private final LedgerKeys keys;

    PropagandistCorrections(LedgerStore store, EventCodec codec, PersonalDataVault vault, LedgerKeys keys) {
        super("propagandists", "Propagandist", PropagandistRecruited.class, RecruitPropagandistEndpoint.Body.class,
                store, codec);
        this.vault = vault;
        this.keys = keys;
    }

    @Override
    protected RecruitPropagandistEndpoint.Body formOf(PropagandistRecruited record) {
        Map<String, String> person = vault.open(record.subject(), record.person())
                .orElseThrow(PropagandistCorrections::erased);
        return new RecruitPropagandistEndpoint.Body(record.unit(), new RecruitPropagandistEndpoint.PersonBody(
                person.get("name"), person.get("idNumber"), person.get("phone")), record.employer(),
                record.occurredOn());
    }

    private static Refused erased() {
        return Refused.because(Violation.of("", "person-erased"));
    }

    @Override
    protected Map<String, Object> shown(PropagandistRecruited record) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("unit", record.unit());
        fields.put("occurredOn", record.occurredOn().toString());
        fields.put(SUBJECT, record.subject());
        fields.put(PERSON, record.person());
        if (record.employer() != null) {
            fields.put("employer", record.employer());
        }
        return fields;
    }

    /** Whatever is wrong with a person's details is found before they are encrypted. */
    @Override
    public Map<String, Object> sealed(Standing standing, Map<String, Object> changes) {
        PropagandistRecruited record = record(standing);
        Map<String, Object> nested = Changes.nested(changes);
        if (!nested.containsKey(PERSON)) {
            return nested;
        }
        Changes.bound(Changes.over(openFields(record), nested), RecruitPropagandistEndpoint.Body.class);
        if (!(nested.get(PERSON) instanceof Map<?, ?> person)) {
            throw Refused.because(Violation.of("changes.person", "missing"));
        }
        Map<String, @Nullable String> details = new HashMap<>();
        person.forEach((name, value) -> details.put(String.valueOf(name), (String) value));
        nested.put(PERSON, vault.sealAgain(record.subject(), details).orElseThrow(PropagandistCorrections::erased));
        nested.put(DETAILS, details.keySet().stream().sorted().toList());
        return nested;
    }

    @Override
    protected Map<String, Object> opened(PropagandistRecruited record, Map<String, Object> changes) {
        Map<String, Object> opened = new TreeMap<>(changes);
        opened.remove(DETAILS);
        if (changes.get(PERSON) instanceof String ciphertext) {
            Map<String, Object> details = new HashMap<>(
                    vault.open(record.subject(), ciphertext).orElseThrow(PropagandistCorrections::erased));
            opened.put(PERSON, details);
        }
        return opened;
    }

    @Override
    protected @Nullable PropagandistRecruited read(PropagandistRecruited before,
            RecruitPropagandistEndpoint.Body sent, CampaignRules rules, LocalDate today, Checks checks) {
        String unit = checks.text(sent.unit(), "unit", 200, true);
        checkPlaceAndDay(rules, unit, "occurredOn", sent.occurredOn(), today, checks);
        RecruitPropagandistEndpoint.Person person = RecruitPropagandistEndpoint.person(sent.person(), checks);
        String employer = checks.text(sent.employer(), "employer", 200, false);
        if (!checks.passed() || person == null) {
            return null;
        }
        return new PropagandistRecruited(before.id(), before.campaign(), Objects.requireNonNull(unit),
                before.subject(), ciphertext(before, person.data()),
                RecruitPropagandistEndpoint.keyOf(keys, "idNumber", person.idNumber()),
                RecruitPropagandistEndpoint.keyOf(keys, "phone", person.phone()), employer,
                Objects.requireNonNull(sent.occurredOn()));
    }

    /** The bytes as they are where nothing of the person changes: encrypted again they would look like a change. */
    private String ciphertext(PropagandistRecruited before, Map<String, String> data) {
        boolean same = vault.open(before.subject(), before.person()).filter(data::equals).isPresent();
        return same
                ? before.person()
                : vault.sealAgain(before.subject(), data).orElseThrow(PropagandistCorrections::erased);
    }

    @Override
    protected LedgerEvent corrected(PropagandistRecruited before, PropagandistRecruited after, CorrectionMark mark) {
        return new PropagandistCorrected(before, after, mark);
    }

    @Override
    protected LedgerEvent reversed(PropagandistRecruited before, CorrectionMark mark, @Nullable String mergedInto) {
        return new PropagandistReversed(before, mark, mergedInto);
    }

    /** As in the register: the reporter of the unit sees who they are, others see them masked. */
    @Override
    public Map<String, Object> shownTo(Actor reader, Map<String, Object> fields) {
        if (!(fields.get(PERSON) instanceof String ciphertext) || !(fields.get(SUBJECT) instanceof String subject)) {
            return fields;
        }
        Map<String, Object> shown = new TreeMap<>(fields);
        Map<String, String> person = vault.open(subject, ciphertext).orElse(null);
        shown.remove(PERSON);
        if (person != null) {
            shown.put(PERSON, reader.role() == Role.REPORTER ? person : MaskedPerson.of(person));
        }
        shown.put("erased", person == null);
        return shown;
    }
}
