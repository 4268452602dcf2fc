package org.campaignledger.platform.web.pages.admin;

import tools.jackson.databind.JsonNode;

/**
 * A token as its list shows it; never the token itself.
 *
 * @param id      by which it is told apart
 * @param name    what its holder calls it
 * @param access  how far it comes
 * @param made    the day on which it was made
 * @param used    the day on which it was used last; empty if it never was
 * @param expires the last day on which it is taken
 * @param state   whether it is taken
 */
record TokenRow(String id, String name, String access, String made, String used, String expires, String state) {

    private static final int DAY = 10;

    static TokenRow of(JsonNode token) {
        String made = token.path("madeAt").asString("");
        return new TokenRow(token.path("id").asString(""), token.path("name").asString(""),
                token.path("access").asString(""), made.length() < DAY ? made : made.substring(0, DAY),
                token.path("usedOn").asString(""), token.path("expiresOn").asString(""),
                token.path("state").asString(""));
    }
}
