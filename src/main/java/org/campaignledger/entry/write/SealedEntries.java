package org.campaignledger.entry.write;

import java.util.Base64;
import java.util.Map;

import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.records.RecordIds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encrypts what is personal in an entry with its submitter's own key, and reads it again (rule 23). */
@Component
class SealedEntries {

    private final PersonalDataVault vault;

    SealedEntries(PersonalDataVault vault) {
        this.vault = vault;
    }

    /**
     * Content as it may stand in the ledger.
     *
     * @param wrappedKey the submitter's own key under the master key, base64, which must be kept in the same append;
     *                   absent where no new person is met
     */
    record Sealed(Content content, @Nullable String wrappedKey) {}

    /** What was submitted for the first time: its submitter gets a key of their own. */
    Sealed seal(Texts texts) {
        Map<String, String> person = texts.person();
        if (person.isEmpty()) {
            return new Sealed(texts.sealed(null, null), null);
        }
        String subject = RecordIds.next();
        PersonalDataVault.SealedPerson sealed = vault.seal(subject, person);
        return new Sealed(texts.sealed(subject, sealed.ciphertext()),
                Base64.getEncoder().encodeToString(sealed.wrappedKey()));
    }

    /**
     * What it is to become. Where nothing personal changes the ciphertext stays as it is: encrypted again it would look
     * like a change.
     *
     * @throws Refused 422 {@code person-erased}
     */
    Sealed sealAgain(Content before, Texts texts) {
        String subject = before.subject();
        String sealed = before.sealed();
        if (subject == null || sealed == null) {
            return seal(texts);
        }
        if (before.kind() == Content.SubmitterKind.UNION && open(before).erased()) {
            // Of a union only the telephone number is gone: whoever answers for it now is somebody else.
            return seal(texts);
        }
        Map<String, String> person = texts.person();
        boolean same = vault.open(subject, sealed).filter(person::equals).isPresent();
        String ciphertext = same ? sealed : vault.sealAgain(subject, person).orElseThrow(SealedEntries::erased);
        return new Sealed(texts.sealed(subject, ciphertext), null);
    }

    /** What was submitted; of an erased person only what is not theirs. */
    Texts open(Content content) {
        String subject = content.subject();
        String sealed = content.sealed();
        return Texts.of(content, subject == null || sealed == null
                ? null
                : vault.open(subject, sealed).orElse(null));
    }

    /**
     * The same, where it is to be changed.
     *
     * @throws Refused 422 {@code person-erased}: nobody can say any more what it was
     */
    Texts openToChange(Content content) {
        Texts texts = open(content);
        if (texts.erased() && content.kind() == Content.SubmitterKind.INDIVIDUAL) {
            throw erased();
        }
        return texts;
    }

    private static Refused erased() {
        return Refused.because(Violation.of("", "person-erased"));
    }
}
