package org.campaignledger.platform.web.pages.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A session as its holder knows it again.
 *
 * @param browser  make and system of the browser; empty where it did not tell
 * @param began    when its holder signed in, to the minute
 * @param lastSeen when it was last used
 * @param current  whether it is the one that looks at the page
 */
record SessionRow(String browser, String began, String lastSeen, boolean current) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    static SessionRow of(JsonNode session, ZoneId zone) {
        return new SessionRow(session.path("browser").asString(""), minute(session.path("began"), zone),
                minute(session.path("lastSeen"), zone), session.path("isThisOne").asBoolean(false));
    }

    private static String minute(JsonNode instant, ZoneId zone) {
        return MINUTE.format(Instant.parse(instant.asString("1970-01-01T00:00:00Z")).atZone(zone));
    }
}
