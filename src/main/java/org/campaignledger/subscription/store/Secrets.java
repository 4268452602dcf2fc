package org.campaignledger.subscription.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What nobody but the sender may know of a subscription.
 *
 * @param address       where it goes: a mail address or a URL
 * @param secret        that signs its webhooks; absent for mails
 * @param previous      the secret before; absent if there is none that still signs
 * @param previousUntil until when it signs
 * @param link          what stands in the links of its mails; absent for webhooks
 */
public record Secrets(
        String address, @Nullable String secret, @Nullable String previous, @Nullable Instant previousUntil,
        @Nullable String link) {

    /** The secrets with which a message is signed now, the one in force first. */
    public List<String> signing(Instant now) {
        if (secret == null) {
            return List.of();
        }
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(secret, previous)
                : List.of(secret);
    }

    /** With a new secret; the one in force still signs until then. */
    public Secrets rotated(String next, Instant until) {
        return new Secrets(address, next, secret, until, link);
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("address", address);
        put(texts, "secret", secret);
        put(texts, "previous", previous);
        put(texts, "previousUntil", previousUntil == null ? null : previousUntil.toString());
        put(texts, "link", link);
        return texts;
    }

    private static void put(Map<String, String> texts, String name, @Nullable String value) {
        if (value != null) {
            texts.put(name, value);
        }
    }

    static Secrets of(Map<String, String> texts) {
        String until = texts.get("previousUntil");
        return new Secrets(texts.getOrDefault("address", ""), texts.get("secret"), texts.get("previous"),
                until == null ? null : Instant.parse(until), texts.get("link"));
    }

    /** Never what is in it. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
