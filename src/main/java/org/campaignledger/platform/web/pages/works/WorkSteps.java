package org.campaignledger.platform.web.pages.works;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.platform.web.pages.CampaignFace;
import tools.jackson.databind.JsonNode;

/** The life of an entry, from the versions that its register keeps. */
final class WorkSteps {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private WorkSteps() {}

    /**
     * Something that happened to it.
     *
     * @param text     key of its name
     * @param time     to the minute, in the campaign's zone
     * @param position under which it is in the ledger
     * @param reason   in the words of whoever did it; empty where nothing was said
     */
    record Step(String text, String time, long position, String reason) {}

    /** Oldest first. */
    static List<Step> of(JsonNode item, CampaignFace face) {
        List<Step> steps = new ArrayList<>();
        String before = "";
        String said = "";
        for (JsonNode version : item.path("versions")) {
            String state = version.path("state").asString("");
            String reason = version.path("reason").asString("");
            String text = state.equals(before) ? "works.step.AMENDED" : "works.step." + state;
            steps.add(new Step(text, time(version.path("changedAt").asString(""), face),
                    version.path("since").asLong(0), reason.equals(said) ? "" : reason));
            before = state;
            said = reason;
        }
        return steps;
    }

    private static String time(String instant, CampaignFace face) {
        return instant.isEmpty() ? "" : MINUTE.format(Instant.parse(instant).atZone(ZoneId.of(face.timeZone())));
    }
}
