package org.campaignledger.entry.events;

import java.util.List;

import org.campaignledger.kernel.PersonalData;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * An admin named someone who answers questions about a category for one of its hosts (rule 24). Who they are stands in it
 * only encrypted with their own key.
 *
 * @param id       the contact
 * @param campaign the campaign
 * @param category the category
 * @param host     the host for which they answer, as the definition names it
 * @param subject  the person: under this id their own key is kept, and can be destroyed
 * @param person   name and phone, encrypted with the person's key, base64
 * @param shown    whether everybody is shown them, until they are erased
 */
public record ContactNamed(
        String id, String campaign, String category, String host, String subject, String person,
        boolean shown) implements EntryEvent {

    @Override
    public List<Posting> postings() {
        return List.of();
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, null, category, id, null);
    }

    @Override
    public List<PersonalData> persons() {
        return List.of(new PersonalData(subject, person));
    }
}
