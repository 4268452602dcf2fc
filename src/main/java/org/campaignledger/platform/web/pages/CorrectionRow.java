package org.campaignledger.platform.web.pages;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A correction in a list.
 *
 * @param id       the correction
 * @param position the number under which it was asked for
 * @param action   what is asked for
 * @param kind     about what
 * @param records  how many records
 * @param subject  the target, account … where it is about no record
 * @param unit     the unit of its records; empty where they have none in common
 * @param maker    who asked
 * @param reason   in words
 * @param asked    when
 * @param age      how long ago
 * @param left     how long until it expires; empty once it is decided
 * @param urgent   whether less than a day is left
 * @param state    where it stands
 * @param ended    when and by whom it was decided; empty before
 */
record CorrectionRow(
        String id, String position, String action, String kind, String records, @Nullable String subject, String unit,
        String maker, String reasonCode, String reason, String asked, String age, String left, boolean urgent,
        String state, String ended) {

    private static final Duration URGENT = Duration.ofDays(1);

    /** The state of what waits for a decision. */
    static final String UNDECIDED = "REQUESTED";

    static CorrectionRow of(JsonNode item, RecordWords words, Instant now) {
        String state = item.path("state").asString("");
        Instant asked = Instant.parse(item.path("recordedAt").asString(Instant.EPOCH.toString()));
        Instant expires = Instant.parse(item.path("expiresAt").asString(Instant.EPOCH.toString()));
        boolean open = state.equals(UNDECIDED);
        Duration left = Duration.between(now, expires);
        String unit = item.path("unit").asString("");
        String action = item.path("action").asString("");
        return new CorrectionRow(item.path("id").asString(""), words.figures().exact(item.path("position").asLong(0)),
                action, item.path("kind").asString(""), words.figures().exact(item.path("records").asLong(0)),
                action.equals("REVISE") || action.equals("OPEN_ACCOUNT") ? subject(item) : null,
                unit.isEmpty() ? "" : words.unit(unit), item.path("maker").asString(""),
                item.path("reasonCode").asString(""), item.path("reason").asString(""), words.time(asked),
                words.span(Duration.between(asked, now)), open ? left(left, words) : "",
                open && left.compareTo(URGENT) < 0, state, open ? "" : ended(item, words));
    }

    private static String subject(JsonNode item) {
        return item.path("recordId").asString("");
    }

    /** How long is left, in words; that nothing is, where nobody has written down yet that it expired. */
    static String left(Duration left, RecordWords words) {
        return left.isNegative() ? words.texts().get("desk.overdue") : words.span(left);
    }

    private static String ended(JsonNode item, RecordWords words) {
        String at = words.time(item.path("decidedAt").asString(""));
        String by = item.path("decidedBy").asString("");
        return by.isEmpty() || by.equals("system") ? at : at + " " + by;
    }
}
