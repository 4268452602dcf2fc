package org.campaignledger.privacy.write;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.rules.AnAdminActs;
import org.campaignledger.privacy.events.PersonalDataErased;
import org.campaignledger.privacy.events.PersonalDataRevealed;
import org.campaignledger.privacy.events.PrivacyEvent;

/**
 * A person as far as decisions depend on it. No phase gates them, nor a campaign's end (rule 2: always).
 *
 * @param erased whether their key is destroyed
 */
record Person(boolean erased) {

    /** Someone with whose data nothing was done so far. */
    static final Person UNTOUCHED = new Person(false);

    /** An ADMIN may, once. */
    PersonalDataErased erase(PrivacyCommand.ErasePersonalData command, Actor actor) {
        AnAdminActs.check(actor);
        if (erased) {
            throw Refused.conflict("already-erased", null);
        }
        Place place = command.place();
        return new PersonalDataErased(command.subject(), place.campaign(), place.unit(), place.category(),
                place.recordId(), command.reason());
    }

    /** An ADMIN or AUDITOR may, as often as there is a reason, until the person is erased. */
    PersonalDataRevealed reveal(PrivacyCommand.RevealPersonalData command, Actor actor) {
        AnAdminOrAuditorReveals.check(actor);
        if (erased) {
            throw isErased();
        }
        Place place = command.place();
        return new PersonalDataRevealed(command.subject(), place.campaign(), place.unit(), place.category(),
                place.recordId(), command.reason());
    }

    /** There is nothing left to be shown: 409. */
    static Refused isErased() {
        return Refused.conflict("personal-data-erased", null);
    }

    /** The person after an event. */
    Person evolve(PrivacyEvent event) {
        return switch (event) {
            case PersonalDataErased gone -> new Person(true);
            case PersonalDataRevealed looked -> this;
        };
    }
}
