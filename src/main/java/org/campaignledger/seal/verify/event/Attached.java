package org.campaignledger.seal.verify.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What events name by digest: the table "Attachments" of the specification and nothing else. Not thread-safe. */
public final class Attached {

    /** For each type, of revision 1, the object in its payload that may be there, and then has the digest; or a list of such. */
    private static final Map<String, String> PLACES = Map.of("CorrectionRequested", "list", "JudgingClosed", "parts");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, Long> firstNamed = new LinkedHashMap<>();
    private @Nullable String obstacle;

    /** Nothing yet. */
    public Attached() {}

    /** Types of events that may name attachments. */
    public static Set<String> types() {
        return PLACES.keySet();
    }

    /** Takes in an event. What stands in the way is kept, to be told when attachments are looked at. */
    void take(StoredEvent event) {
        String place = PLACES.get(event.type());
        if (place == null) {
            return;
        }
        if (event.revision() != 1) {
            stop(event, "of revision " + event.revision() + ", which is not known here");
            return;
        }
        try {
            JsonNode object = Json.tree(event.payload().copy()).path(place);
            if (object.isArray()) {
                object.forEach(part -> name(part.path("sha256").asString(""), event));
            } else if (!object.isMissingNode() && !object.isNull()) {
                name(object.path("sha256").asString(""), event);
            }
        } catch (Malformed malformed) {
            stop(event, "but " + malformed.getMessage());
        }
    }

    private void name(String digest, StoredEvent event) {
        if (DIGEST.matcher(digest).matches()) {
            firstNamed.putIfAbsent(digest, event.position());
        } else {
            stop(event, "but its attachment is not named by a digest");
        }
    }

    private void stop(StoredEvent event, String why) {
        if (obstacle == null) {
            obstacle = "position " + event.position() + " is " + event.type() + ", " + why;
        }
    }

    /** Takes in what later events name. */
    void add(Attached later) {
        later.firstNamed.forEach(firstNamed::putIfAbsent);
        if (obstacle == null) {
            obstacle = later.obstacle;
        }
    }

    /** The digests that are named, each with the first position that names it, ascending by it. */
    public Map<String, Long> firstNamed() {
        return Collections.unmodifiableMap(firstNamed);
    }

    /** Why it cannot be told what is named; nothing if it can. */
    public @Nullable String obstacle() {
        return obstacle;
    }
}
