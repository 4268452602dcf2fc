package org.campaignledger.subscription.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.subscription.model.DigestDay;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.model.Terms;
import org.campaignledger.subscription.store.DeliveryTable;
import org.campaignledger.subscription.store.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells of the week once it is over: the figures as of the position at which the digest was due, and what they gained
 * since that of the week before. Weeks that were missed while the service was away are not made up for; the newest is.
 */
@Component
class DigestWatch implements Watch {

    private static final int REFUSED_NOT_FOUND = 404;

    private final DeliveryTable deliveries;
    private final CampaignRulesSource campaigns;
    private final JsonMapper json;
    private final InstantSource clock = InstantSource.system();

    DigestWatch(DeliveryTable deliveries, CampaignRulesSource campaigns, JsonMapper json) {
        this.deliveries = deliveries;
        this.campaigns = campaigns;
        this.json = json;
    }

    @Override
    public Kind kind() {
        return Kind.WEEKLY_DIGEST;
    }

    @Override
    public void look(Looking looking) {
        Subscription subscription = looking.subscription();
        Terms terms = subscription.terms();
        DigestDay day = new DigestDay(Objects.requireNonNull(terms.weekday()), Math.toIntExact(Objects.requireNonNull(
                terms.hour())), campaigns.rules(subscription.campaign()).zone());
        Instant due = day.lastDue(looking.now());
        String occasion = "digest:" + due;
        if (!due.isAfter(subscription.createdAt()) || deliveries.knows(subscription.id(), occasion)) {
            return;
        }
        ContractAnswer then = progress(looking, due);
        if (then == null) {
            return;
        }
        long position = Optional.ofNullable(then.position()).orElse(0L);
        ObjectNode content = content(looking, day.before(due), due, then.body(), position);
        deliveries.add(subscription.id(), occasion, kind().type(), content, position, clock.instant());
    }

    /** What the subscriber sees of the progress at an instant; absent where the campaign was not open by then. */
    private static @Nullable ContractAnswer progress(Looking looking, Instant at) {
        String unit = unit(looking);
        String path = looking.path("progress?at=" + at) + (unit == null ? "" : "&unit=" + unit);
        ContractAnswer answer = looking.contract().ask(path);
        if (answer.status() == REFUSED_NOT_FOUND) {
            return null;
        }
        return answer.isGranted() ? answer : looking.ask(path);
    }

    private static @Nullable String unit(Looking looking) {
        String wanted = looking.subscription().terms().unit();
        return wanted == null && looking.actor().role() == Role.REPORTER ? looking.actor().scope() : wanted;
    }

    private ObjectNode content(Looking looking, Instant from, Instant to, JsonNode then, long position) {
        ContractAnswer before = progress(looking, from);
        JsonNode earlier = before == null ? json.createObjectNode() : before.body();
        ObjectNode content = json.createObjectNode().put("from", from.toString()).put("to", to.toString());
        if (before != null && before.position() != null) {
            content.put("fromPosition", before.position());
        }
        DigestFigures figures = new DigestFigures(earlier, then, json);
        content.set("targets", figures.targets());
        if (looking.actor().role() != Role.HOST) {
            content.set("units", figures.units());
        }
        content.set("categories", figures.categories(looking.actor().role() == Role.HOST
                ? looking.actor().scope()
                : null));
        if (Kind.CORRECTION_WAITING.roles().contains(looking.actor().role())) {
            ObjectNode corrections = content.putObject("corrections");
            corrections.put("waiting", corrections(looking, "REQUESTED", Instant.EPOCH, position));
            corrections.put("approved", corrections(looking, "APPROVED", from, position));
        }
        return content;
    }

    /** How many were in this state as of a position, and came to it after an instant. */
    private static long corrections(Looking looking, String state, Instant after, long position) {
        String unit = unit(looking);
        long count = 0;
        String next = "";
        do {
            JsonNode page = looking.get(looking.path("corrections?state=" + state + "&limit=200&position=" + position)
                    + (unit == null ? "" : "&unit=" + unit) + next);
            count += page.path("items").valueStream().filter(item -> Instant.parse(item.path("changedAt").asString(""))
                    .isAfter(after)).count();
            next = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return count;
    }
}
