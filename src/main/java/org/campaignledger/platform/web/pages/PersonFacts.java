package org.campaignledger.platform.web.pages;

import java.util.Map;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a page shows of a propagandist before any script runs: what its register answers whoever looks, or who it is
 * where they have stated a reason a moment ago.
 *
 * @param subject    by which the person is revealed and erased
 * @param says       what has to be said of it; empty where nothing has
 * @param masked     whether who it is can be revealed
 * @param erased     whether the person is gone
 * @param name       as far as it is shown, like the two that follow; a dash where there is none
 * @param unit       name of the unit
 * @param occurredOn the day of recruiting
 */
record PersonFacts(
        String subject, String says, boolean masked, boolean erased, String name, String idNumber, String phone,
        String unit, String employer, String occurredOn) {

    /** Never shows who it is, wherever it may be printed. */
    @Override
    public String toString() {
        return "PersonFacts[" + subject + "]";
    }

    /**
     * The facts of a record.
     *
     * @param revealed the answer to a reveal; absent where none was asked for
     * @param unit     name of the unit
     */
    static PersonFacts of(JsonNode record, @Nullable JsonNode revealed, String unit, Language language) {
        boolean erased = record.path("erased").asBoolean(false) || revealed != null && revealed.path("erased")
                .asBoolean(false);
        JsonNode person = revealed == null ? record.path("person") : revealed.path("person");
        boolean masked = !erased && revealed == null && record.path("masked").asBoolean(false);
        return new PersonFacts(record.path("subject").asString(""), says(erased, masked, revealed, language), masked,
                erased, text(person, "name"), text(person, "idNumber"), text(person, "phone"), unit,
                text(record, "employer"), text(record, "occurredOn"));
    }

    private static String says(boolean erased, boolean masked, @Nullable JsonNode revealed, Language language) {
        PageTexts texts = PageTexts.in(language);
        if (erased) {
            return texts.get("js.person.erased");
        }
        if (revealed != null) {
            return texts.fill("js.person.revealed", Map.of("position", Figures.in(language).exact(revealed.path(
                    "position").asLong(0))));
        }
        return masked ? texts.get("js.person.masked") : "";
    }

    private static String text(JsonNode of, String field) {
        return of.path(field).asString(RecordWords.NONE);
    }
}
