package org.campaignledger.subscription.post;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.campaignledger.subscription.SubscriptionProperties;
import org.campaignledger.subscription.model.WebhookSignature;
import org.campaignledger.subscription.store.Delivery;
import org.campaignledger.subscription.store.Secrets;
import org.campaignledger.subscription.store.Subscription;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends webhooks: the same bytes at every attempt, signed anew. Nothing of the answer is kept but its status. */
@Component
class Webhooks implements DisposableBean {

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int GONE = 410;

    private final WebhookAddresses addresses;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon().name("webhook-deadlines").factory());
    private final PinnedPost post;
    private final JsonMapper json;

    Webhooks(WebhookAddresses addresses, SubscriptionProperties properties, JsonMapper json)
            throws GeneralSecurityException {
        this.addresses = addresses;
        this.post = new PinnedPost(SSLContext.getDefault().getSocketFactory(), deadlines, properties.timeout());
        this.json = json;
    }

    /** One attempt. */
    Outcome send(Subscription subscription, Delivery delivery, Secrets secrets, Instant now) {
        try {
            WebhookAddresses.Place place = addresses.place(secrets.address());
            byte[] body = body(subscription, delivery);
            return outcome(post.send(place, headers(delivery, secrets, body, now), body));
        } catch (WebhookAddresses.NotTaken not) {
            return Outcome.failed(not.code());
        } catch (SocketTimeoutException slow) {
            return Outcome.failed("timeout");
        } catch (SSLException untrusted) {
            return Outcome.failed("tls");
        } catch (IOException unreachable) {
            return Outcome.failed("unreachable");
        }
    }

    /** What a receiver reads: the type, when it was found that there is something to tell, and what. */
    byte[] body(Subscription subscription, Delivery delivery) {
        ObjectNode body = json.createObjectNode();
        body.put("type", "subscription." + delivery.kind());
        body.put("timestamp", delivery.createdAt().toString());
        ObjectNode data = body.putObject("data");
        data.put("campaign", subscription.campaign());
        data.put("subscription", subscription.id());
        data.put("position", delivery.position());
        delivery.content().properties().forEach(field -> data.set(field.getKey(), field.getValue()));
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(Delivery delivery, Secrets secrets, byte[] body, Instant now) {
        long seconds = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "campaign-ledger");
        headers.put("webhook-id", delivery.id());
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", WebhookSignature.of(secrets.signing(now), delivery.id(), seconds, body));
        return headers;
    }

    /** A redirect is no delivery: whoever receives must be where the subscription says. */
    private static Outcome outcome(int status) {
        if (status >= OK && status < REDIRECT) {
            return Outcome.sent(status);
        }
        return new Outcome(status == GONE ? Outcome.End.HOPELESS : Outcome.End.FAILED, "http-status", status);
    }

    @Override
    public void destroy() {
        deadlines.shutdownNow();
    }
}
