package org.campaignledger.subscription.post;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.campaignledger.subscription.SubscriptionProperties;
import org.campaignledger.subscription.model.APublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may go: by TLS to the public internet, unless a ledger is configured to allow more. Asked when a
 * subscription is made and again at every attempt; what was looked up is what is connected to, so that a name that
 * changes its mind in between leads nowhere.
 */
@Component
public class WebhookAddresses {

    private static final int LONGEST = 2_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int LAST_PORT = 65_535;

    private final boolean allowPrivate;
    private final Lookup lookup;

    /** As configured. */
    @Autowired
    public WebhookAddresses(SubscriptionProperties properties) {
        this(properties.allowPrivateAddresses(), InetAddress::getAllByName);
    }

    WebhookAddresses(boolean allowPrivate, Lookup lookup) {
        this.allowPrivate = allowPrivate;
        this.lookup = lookup;
    }

    /** Looks a name up. */
    @FunctionalInterface
    interface Lookup {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * A place to connect to.
     *
     * @param uri     where the webhook goes
     * @param address of its host, checked
     * @param port    its port
     */
    record Place(URI uri, InetAddress address, int port) {

        boolean isSecure() {
            return "https".equalsIgnoreCase(uri.getScheme());
        }

        /** As it stands in the header {@code Host}. */
        String authority() {
            String host = uri.getHost();
            return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
        }

        /** Path and query as they were written. */
        String target() {
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        }

        /** Without the brackets of IPv6. */
        String host() {
            String host = uri.getHost();
            return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        }
    }

    /** Why an address is not taken. */
    static final class NotTaken extends Exception {

        private static final long serialVersionUID = 1L;
        private final String code;

        NotTaken(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Code of why this is not taken; empty where it is. Looks its name up. */
    public Optional<String> objection(String url) {
        try {
            place(url);
            return Optional.empty();
        } catch (NotTaken not) {
            return Optional.of(not.code());
        }
    }

    /**
     * Where this leads now.
     *
     * @throws NotTaken {@code invalid-webhook}, {@code webhook-needs-https}, {@code webhook-host-unknown} or
     *                  {@code webhook-address-private}
     */
    Place place(String url) throws NotTaken {
        URI uri = uri(url);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !allowPrivate) {
            throw new NotTaken("webhook-needs-https");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS : HTTP;
        Place unchecked = new Place(uri, InetAddress.getLoopbackAddress(), port);
        InetAddress[] all;
        try {
            all = lookup.of(unchecked.host());
        } catch (UnknownHostException unknown) {
            throw new NotTaken("webhook-host-unknown");
        }
        // One that is inside is enough: which of them would be connected to is for whoever runs the name to choose.
        if (all.length == 0 || !allowPrivate && !Arrays.stream(all).allMatch(APublicAddress::is)) {
            throw new NotTaken("webhook-address-private");
        }
        return new Place(uri, all[0], port);
    }

    private static URI uri(String url) throws NotTaken {
        @Nullable
        URI uri = null;
        try {
            uri = url.length() > LONGEST ? null : new URI(url);
        } catch (URISyntaxException none) {
            throw new NotTaken("invalid-webhook");
        }
        if (uri == null || uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null || uri.getPort() == 0 || uri.getPort() > LAST_PORT
                || !uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                || !uri.toASCIIString().equals(url)) {
            throw new NotTaken("invalid-webhook");
        }
        return uri;
    }
}
