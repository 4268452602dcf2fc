package org.campaignledger.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an auditor asks a ledger about its first campaign, as of one position: a later release gives the same answers. */
final class Questions {

    private static final String CAMPAIGN = "/api/v1/campaigns/2019";
    private static final List<String> REGISTERS = List.of("mobilizations", "propagandists", "events", "reach-reports",
            "measures", "entries");
    /** They tell how the log or the clock stands now. */
    private static final Set<String> OF_THE_MOMENT = Set.of("proof", "position", "asOf");
    private static final int EVERY = 31;

    private Questions() {}

    /** The paths to ask. */
    static List<String> asOf(long head) {
        List<String> paths = new ArrayList<>(List.of(CAMPAIGN, CAMPAIGN + "/progress?position=" + head,
                CAMPAIGN + "/showcase?limit=10", CAMPAIGN + "/categories/video/ranking",
                CAMPAIGN + "/categories/article/ranking"));
        REGISTERS.forEach(kind -> paths.add(CAMPAIGN + "/" + kind + "?limit=12&position=" + head));
        for (long position = 1; position <= head; position += EVERY) {
            paths.add("/api/v1/trail/" + position);
        }
        return paths;
    }

    /** Asks them all; what is not to be had (a ranking before judging has closed) is told by its status. */
    static ObjectNode ask(Desk auditor, List<String> paths) {
        ObjectNode answers = JsonMapper.shared().createObjectNode();
        for (String path : paths) {
            Answer answer = auditor.gets(path);
            answers.set(path, answer.status() == 200
                    ? answer.json()
                    : JsonMapper.shared().valueToTree(answer.status()));
        }
        return answers;
    }

    /** Where a later answer lacks something of the earlier, or says it otherwise; further fields are welcome. */
    static List<String> missing(String where, JsonNode earlier, JsonNode later) {
        List<String> missing = new ArrayList<>();
        if (earlier.isObject()) {
            for (String name : earlier.propertyNames()) {
                if (!OF_THE_MOMENT.contains(name)) {
                    missing.addAll(missing(where + "/" + name, earlier.get(name), later.path(name)));
                }
            }
        } else if (earlier.isArray() && earlier.size() == later.size()) {
            for (int i = 0; i < earlier.size(); i++) {
                missing.addAll(missing(where + "/" + i, earlier.get(i), later.get(i)));
            }
        } else if (!earlier.equals(later)) {
            missing.add(where + " was " + earlier + " and is " + later);
        }
        return missing;
    }
}
