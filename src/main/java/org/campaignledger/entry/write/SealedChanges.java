package org.campaignledger.entry.write;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes of an entry as a request for a correction keeps them: what an individual is to have written, and who they are,
 * only encrypted with their own key (rule 23). The names of what changes stay readable for whoever reviews it.
 */
@Component
class SealedChanges {

    private static final String SEALED = "sealed";
    private static final String NAMES = "sealedFields";
    private static final List<String> OF_AN_INDIVIDUAL = List.of("submitter", "title", "theme", "description", "links");
    private static final List<String> OF_A_UNION = List.of("submitter");
    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {
    };

    private final PersonalDataVault vault;
    private final JsonMapper json = JsonMapper.shared();

    SealedChanges(PersonalDataVault vault) {
        this.vault = vault;
    }

    /**
     * The changes, with what is personal in them encrypted.
     *
     * @throws Refused 422 {@code person-erased}
     */
    Map<String, Object> seal(Content content, Map<String, Object> nested) {
        String subject = content.subject();
        Map<String, Object> personal = new TreeMap<>(nested);
        personal.keySet().retainAll(content.kind() == SubmitterKind.INDIVIDUAL ? OF_AN_INDIVIDUAL : OF_A_UNION);
        if (subject == null || personal.isEmpty()) {
            return nested;
        }
        Map<String, Object> kept = new TreeMap<>(nested);
        personal.keySet().forEach(kept::remove);
        kept.put(SEALED, vault.sealAgain(subject, Map.of("changes", json.writeValueAsString(personal)))
                .orElseThrow(SealedChanges::erased));
        kept.put(NAMES, List.copyOf(personal.keySet()));
        return kept;
    }

    /** The changes again as they were sent. */
    Map<String, Object> open(Content content, Map<String, Object> sealed) {
        Map<String, Object> opened = new TreeMap<>(sealed);
        opened.remove(NAMES);
        if (opened.remove(SEALED) instanceof String ciphertext && content.subject() instanceof String subject) {
            String changes = vault.open(subject, ciphertext).orElseThrow(SealedChanges::erased).get("changes");
            opened.putAll(json.readValue(changes, FIELDS));
        }
        return opened;
    }

    /** What is known of a person; absent once they are erased. */
    @Nullable
    Map<String, String> person(String subject, String sealed) {
        return vault.open(subject, sealed).orElse(null);
    }

    private static Refused erased() {
        return Refused.because(Violation.of("", "person-erased"));
    }
}
