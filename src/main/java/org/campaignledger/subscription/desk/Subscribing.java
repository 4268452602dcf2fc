package org.campaignledger.subscription.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.subscription.SubscriptionProperties;
import org.campaignledger.subscription.model.AnEmailAddress;
import org.campaignledger.subscription.model.Channel;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.model.Terms;
import org.campaignledger.subscription.model.WebhookSignature;
import org.campaignledger.subscription.post.Posting;
import org.campaignledger.subscription.post.WebhookAddresses;
import org.campaignledger.subscription.store.Delivery;
import org.campaignledger.subscription.store.DeliveryTable;
import org.campaignledger.subscription.store.Secrets;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes subscriptions: judges what is wanted, and keeps it. */
@Component
class Subscribing {

    private static final int LINK_BYTES = 32;

    private final SubscriptionTable table;
    private final DeliveryTable deliveries;
    private final WebhookAddresses addresses;
    private final Posting posting;
    private final CampaignRulesSource campaigns;
    private final Contract contract;
    private final SubscriptionProperties properties;
    private final LedgerClock clock;
    private final InstantSource time = InstantSource.system();
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    Subscribing(SubscriptionTable table, DeliveryTable deliveries, WebhookAddresses addresses, Posting posting,
            CampaignRulesSource campaigns, Contract contract, SubscriptionProperties properties, LedgerClock clock,
            JsonMapper json) {
        this.table = table;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.posting = posting;
        this.campaigns = campaigns;
        this.contract = contract;
        this.properties = properties;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What was made.
     *
     * @param secret  of a webhook; absent for mails
     * @param isAgain whether an earlier request with the same key made it
     */
    record Made(String id, @Nullable String secret, boolean isAgain) {}

    /**
     * Makes a subscription.
     *
     * @throws Refused 403, 404, 422, 429
     */
    Made make(String campaign, SubscriptionBody body, Actor actor, SubscriptionTable.Request request) {
        Optional<Made> before = Optional.ofNullable(request.scope()).flatMap(table::ofRequest).map(made -> again(made,
                request));
        if (before.isPresent()) {
            return before.get();
        }
        Subscription wanted = judged(campaign, body, actor);
        boolean mail = wanted.channel() == Channel.EMAIL;
        String secret = mail ? null : newSecret();
        String link = mail ? Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(LINK_BYTES)) : null;
        Secrets secrets = Secrets.first(Objects.requireNonNull(body.address()).strip(), secret, link);
        try {
            if (!table.make(wanted, secrets, link == null ? null : hash(link), request, new SubscriptionTable.Bounds(
                    properties.perAccount(), properties.mail().confirmationsPerDay()), () -> asked(wanted))) {
                return again(table.ofRequest(Objects.requireNonNull(request.scope())).orElseThrow(), request);
            }
        } catch (SubscriptionTable.TooMany many) {
            throw Refused.of(Refused.Kind.TOO_MANY, many.code(), Map.of("max", many.most()));
        }
        return new Made(wanted.id(), secret, false);
    }

    /** Together with the subscription: one that is never asked for could never be confirmed. */
    private void asked(Subscription wanted) {
        if (wanted.channel() == Channel.EMAIL) {
            deliveries.add(wanted.id(), Delivery.CONFIRMATION, Delivery.CONFIRMATION, json.createObjectNode(), 0, time
                    .instant());
        }
    }

    private Made again(SubscriptionTable.Made made, SubscriptionTable.Request request) {
        if (!made.bodyHash().equals(request.bodyHash())) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "idempotency-key-reused");
        }
        return new Made(made.subscription().id(), table.secrets(made.subscription()).map(Secrets::secret).orElse(null),
                true);
    }

    private Subscription judged(String campaign, SubscriptionBody body, Actor actor) {
        CampaignRules rules = campaigns.rules(campaign);
        Checks checks = new Checks();
        checks.required(body.kind(), "kind");
        checks.required(body.channel(), "channel");
        Kind kind = body.kind();
        Terms terms = body.terms();
        if (kind != null) {
            ASubscriptionKeepsToItsScope.check(actor, kind, terms, rules, checks);
            terms.check(kind, checks);
            if (kind == Kind.UNIT_BEHIND_PLAN && checks.passed()) {
                mustHaveAPlan(campaign, ASubscriptionKeepsToItsScope.unit(actor, terms), terms.usual(kind), checks);
            }
        }
        Optional<Language> language = body.language() == null
                ? Optional.of(Language.ZH)
                : Language.ofTag(body.language());
        checks.that(language.isPresent(), "language", "unknown-language");
        address(body, checks);
        checks.refuseIfAny();
        Instant now = clock.now();
        return new Subscription(RecordIds.next(), campaign, actor.account(), Objects.requireNonNull(kind),
                Objects.requireNonNull(body.channel()), language.orElseThrow(), terms.usual(Objects.requireNonNull(
                        kind)),
                body.channel() == Channel.EMAIL ? Subscription.State.UNCONFIRMED : Subscription.State.ACTIVE, null, now,
                null);
    }

    /** Only where a unit has a share of the plan there is something to be behind of. */
    private void mustHaveAPlan(String campaign, @Nullable String unit, Terms terms, Checks checks) {
        ContractAnswer answer = contract.ask("/api/v1/campaigns/" + campaign + "/progress" + (unit == null
                ? ""
                : "?unit=" + unit));
        // Before the campaign has begun there is no plan; that nobody says so just now is not the subscriber's fault.
        if (!answer.isGranted() && answer.status() != HttpStatus.NOT_FOUND.value()) {
            throw new ResponseStatusException(HttpStatusCode.valueOf(answer.status()), answer.detail());
        }
        JsonNode progress = answer.body();
        boolean allocated = progress.path("units").valueStream().anyMatch(each -> each.path("metrics").path(
                Objects.requireNonNull(terms.metric())).has("target"));
        checks.that(allocated, terms.unit() == null ? "metric" : "unit", "no-plan-of-units");
    }

    private void address(SubscriptionBody body, Checks checks) {
        if (!checks.required(body.address(), "address") || body.channel() == null) {
            return;
        }
        String address = Objects.requireNonNull(body.address()).strip();
        if (body.channel() == Channel.EMAIL) {
            checks.that(AnEmailAddress.is(address), "address", "invalid-email");
            checks.that(posting.sendsMails(), "channel", "mail-is-off");
        } else if (checks.passed()) {
            // Looked up only where everything else is right: the wrong form of a kind must not make us ask for names.
            addresses.objection(address).ifPresent(code -> checks.that(false, "address", code));
        }
    }

    /** A new secret for webhooks. */
    String newSecret() {
        return WebhookSignature.secret(bytes(WebhookSignature.SECRET_BYTES));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** By which the link of a mail is found: who reads the table can follow none. */
    static byte[] hash(String link) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
