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
 * @param rotation      the request that made the secret; absent for the first, and where it had no key
 * @param link          what stands in the links of its mails; absent for webhooks
 */
public record Secrets(
        String address, @Nullable String secret, @Nullable String previous, @Nullable Instant previousUntil,
        @Nullable String rotation, @Nullable String link) {

    /** The secrets with which a message is signed now, the one in force first. */
    public List<String> signing(Instant now) {
        if (secret == null) {
            return List.of();
        }
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(secret, previous)
                : List.of(secret);
    }

    /**
     * A new secret that is wanted.
     *
     * @param secret  the secret
     * @param until   until when the one before signs as well
     * @param request by what the request is known again; absent where it brought no key
     */
    public record Rotation(String secret, Instant until, @Nullable String request) {

        /** Never what is in it. */
        @Override
        public String toString() {
            return "Rotation";
        }
    }

    /** The secrets of a subscription that is new. */
    public static Secrets first(String address, @Nullable String secret, @Nullable String link) {
        return new Secrets(address, secret, null, null, null, link);
    }

    /** Whether the secret in force was made by this very request. */
    public boolean isOf(Rotation next) {
        return next.request() != null && next.request().equals(rotation);
    }

    /**
     * With a new secret; the one in force still signs until then. While an older one still signs, that one stays, until
     * its own end: it is what the receiver has, and the one in between may never have reached it.
     */
    public Secrets rotated(Rotation next, Instant now) {
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? new Secrets(address, next.secret(), previous, previousUntil, next.request(), link)
                : new Secrets(address, next.secret(), secret, next.until(), next.request(), link);
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("address", address);
        put(texts, "secret", secret);
        put(texts, "previous", previous);
        put(texts, "previousUntil", previousUntil == null ? null : previousUntil.toString());
        put(texts, "rotation", rotation);
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
                until == null ? null : Instant.parse(until), texts.get("rotation"), texts.get("link"));
    }

    /** Never what is in it. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
