package org.campaignledger.judging.events;

import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A judge has scored an entry.
 *
 * @param entry    the entry
 * @param campaign the campaign
 * @param category the category
 * @param judge    the account
 * @param points   by criterion; each of the rubric's is there
 * @param subject  under this id the key of the judge's words is kept, and can be destroyed; absent where nothing was said
 * @param sealed   the {@code comment}, encrypted, base64
 */
public record ScoreGiven(
        String entry, String campaign, String category, String judge, Map<String, Integer> points,
        @Nullable String subject, @Nullable String sealed) implements JudgingEvent, PanelEvent {

    @Override
    public Reference reference() {
        return PanelEvent.reference(this);
    }

    @Override
    public List<PersonalData> persons() {
        return subject == null || sealed == null ? List.of() : List.of(new PersonalData(subject, sealed));
    }
}
