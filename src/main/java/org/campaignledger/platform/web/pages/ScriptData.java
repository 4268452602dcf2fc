package org.campaignledger.platform.web.pages;

import tools.jackson.databind.json.JsonMapper;

/** Data that a page hands to its scripts, in a block that is never run. */
final class ScriptData {

    private ScriptData() {}

    /** JSON that cannot end the element it stands in. */
    static String write(JsonMapper json, Object data) {
        return json.writeValueAsString(data).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
