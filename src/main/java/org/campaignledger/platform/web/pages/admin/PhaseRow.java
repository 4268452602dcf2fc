package org.campaignledger.platform.web.pages.admin;

import java.time.LocalDate;
import java.util.Set;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/**
 * A phase as it stands.
 *
 * @param id       its id
 * @param name     its name
 * @param from     its first day
 * @param to       its last day, extensions included
 * @param state    {@code OPEN}; {@code CLOSED} by hand; {@code AHEAD} of its days; {@code OVER} after them;
 *                 {@code SHUT} where neither a day nor a hand has opened it
 * @param openedOn the day on which it was opened by hand; empty where it was not
 * @param closedOn the day on which it was closed by hand; empty where it was not
 * @param meaning  key of what may be done while it is open
 */
record PhaseRow(String id, String name, String from, String to, String state, String openedOn, String closedOn,
        String meaning) {

    private static final Set<String> KNOWN = Set.of("MOBILISE", "RECOMMEND", "JUDGE", "SUMMARISE");

    /** Whether it is open. */
    public boolean open() {
        return state.equals("OPEN");
    }

    static PhaseRow of(JsonNode phase, LocalDate today, Language language) {
        String id = phase.path("id").asString("");
        String from = phase.path("from").asString("");
        String to = phase.path("to").asString("");
        String closed = phase.path("closedOn").asString("");
        String name = new CampaignFace.Name(phase.path("zh").asString(""), phase.path("en").asString(""))
                .in(language);
        return new PhaseRow(id, name, from, to, state(phase, from, to, closed, today),
                phase.path("openedOn").asString(""), closed,
                "admin.phase.means." + (KNOWN.contains(id) ? id : "OTHER"));
    }

    private static String state(JsonNode phase, String from, String to, String closed, LocalDate today) {
        if (phase.path("open").asBoolean(false)) {
            return "OPEN";
        }
        if (!closed.isEmpty()) {
            return "CLOSED";
        }
        return today.isBefore(LocalDate.parse(from)) ? "AHEAD" : today.isAfter(LocalDate.parse(to)) ? "OVER" : "SHUT";
    }
}
