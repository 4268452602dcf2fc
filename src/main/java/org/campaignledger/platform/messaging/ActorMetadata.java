package org.campaignledger.platform.messaging;

import java.util.HashMap;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.jspecify.annotations.Nullable;

/** An actor as metadata of a message, and back. */
public final class ActorMetadata {

    private ActorMetadata() {}

    /** The metadata that name an actor; what does not apply is left out. */
    public static Map<String, String> write(Actor actor) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(MetadataKeys.ACCOUNT, actor.account());
        metadata.put(MetadataKeys.ROLE, actor.role().name());
        putIfThere(metadata, MetadataKeys.SCOPE, actor.scope());
        putIfThere(metadata, MetadataKeys.UNIT, actor.unit());
        return metadata;
    }

    /** The actor that metadata name; nobody signed in if they name none. */
    public static Actor read(Map<String, ?> metadata) {
        Object account = metadata.get(MetadataKeys.ACCOUNT);
        Object role = metadata.get(MetadataKeys.ROLE);
        if (account == null || role == null) {
            return Actor.PUBLIC;
        }
        return new Actor(account.toString(), Role.valueOf(role.toString()), text(metadata.get(MetadataKeys.SCOPE)),
                text(metadata.get(MetadataKeys.UNIT)));
    }

    private static void putIfThere(Map<String, String> metadata, String key, @Nullable String value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
