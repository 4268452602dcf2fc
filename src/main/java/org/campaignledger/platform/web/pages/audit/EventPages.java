package org.campaignledger.platform.web.pages.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes the page of an event from what the contract tells of it. */
@Component
class EventPages {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx");

    private final DeskData desk;

    EventPages(DeskData desk) {
        this.desk = desk;
    }

    EventPage of(CampaignFace face, JsonNode event, Actor actor, Language language, String service) {
        Sentences sentences = new Sentences(face, language);
        RecordWords words = sentences.words();
        long position = event.path("position").asLong(0);
        String type = text(event, "type");
        JsonNode correction = event.path("correction");
        return new EventPage(face.id(), position, words.figures().exact(position), sentences.of(event), type,
                type + " · " + event.path("revision").asInt(1),
                EXACT.format(Instant.parse(text(event, "recordedAt")).atZone(ZoneId.of(face.timeZone()))),
                who(event.path("actor"), words), about(event, words), new Facts(words).of(event.path("payload")),
                postings(face, event, words), links(event, sentences), record(face, event, actor),
                correction.isMissingNode() || actor.role() == Role.HOST ? null : text(correction, "id"),
                event.path("payload").toPrettyString(), seal(event.path("proof"), words), number(event, "previous"),
                number(event, "next"), service, desk.forScripts(face, language,
                        Map.of("position", position, "shown", shown(event)), "audit", "problem"));
    }

    /** What the page says of the event, for the check whether it is what was sealed. */
    private static Map<String, Object> shown(JsonNode event) {
        return Map.of("type", text(event, "type"), "account", text(event.path("actor"), "account"), "recordedAt",
                Instant.parse(text(event, "recordedAt")).toEpochMilli());
    }

    private static EventPage.Who who(JsonNode actor, RecordWords words) {
        String role = text(actor, "role");
        String scope = text(actor, "scope");
        return new EventPage.Who(text(actor, "account"), role.isEmpty() ? "" : "role." + role, scope.isEmpty()
                ? ""
                : role.equals("HOST") ? words.category(scope) : words.unit(scope));
    }

    private static EventPage.About about(JsonNode event, RecordWords words) {
        String unit = text(event, "unit");
        String category = text(event, "category");
        return new EventPage.About(unit.isEmpty() ? "" : words.unit(unit), category.isEmpty()
                ? ""
                : words.category(category), text(event, "occurredOn"), text(event, "recordId"),
                text(event, "aggregateId"), words.figures().exact(event.path("sequence").asLong(0)),
                text(event, "eventId"), text(event, "correlationId"), text(event, "causationId"),
                text(event, "idempotencyKey"), event.has("campaignVersion")
                        ? words.figures().exact(event.path("campaignVersion").asLong(0))
                        : "");
    }

    private static List<EventPage.Posted> postings(CampaignFace face, JsonNode event, RecordWords words) {
        List<EventPage.Posted> postings = new ArrayList<>();
        for (JsonNode posting : event.path("postings")) {
            String category = text(posting, "category");
            String unit = text(posting, "unit");
            String metric = text(posting, "metric");
            postings.add(new EventPage.Posted(words.metric(metric), words.unit(unit), category.isEmpty()
                    ? ""
                    : words.category(category), words.figures().signed(posting.path("amount").asLong(0)),
                    text(posting, "occurredOn"), Addresses.of("/c/" + face.id() + "/explain", Addresses.given("metric",
                            metric, "unit", unit, "category", category))));
        }
        return postings;
    }

    private static List<EventPage.Link> links(JsonNode event, Sentences sentences) {
        List<EventPage.Link> links = new ArrayList<>();
        add(links, "audit.event.corrects", event.path("corrects"), sentences);
        event.path("correctedBy").forEach(each -> add(links, "audit.event.correctedBy", each, sentences));
        event.path("correction").path("events").forEach(each -> {
            if (each.path("position").asLong(0) != event.path("position").asLong(0)) {
                add(links, "audit.event.ofCorrection", each, sentences);
            }
        });
        return links.stream().filter(link -> link.position() > 0).toList();
    }

    private static void add(List<EventPage.Link> links, String text, JsonNode told, Sentences sentences) {
        long position = told.path("position").asLong(0);
        if (links.stream().noneMatch(link -> link.position() == position)) {
            links.add(new EventPage.Link(text, position, sentences.words().figures().exact(position),
                    sentences.label(text(told, "type"))));
        }
    }

    /** Where the record of an event is shown, for those who may read its register. */
    private static @Nullable String record(CampaignFace face, JsonNode event, Actor actor) {
        String type = text(event, "type");
        String id = text(event, "recordId");
        String kind = RecordsOfTypes.register(type);
        if (kind.isEmpty() || id.isEmpty() || actor.role() == Role.HOST && !kind.equals("entries")) {
            return null;
        }
        return "/c/" + face.id() + (kind.equals("entries") ? "/works/" : "/registers/" + kind + "/") + id;
    }

    private static EventPage.@Nullable Seal seal(JsonNode proof, RecordWords words) {
        if (proof.isMissingNode() || proof.isNull()) {
            return null;
        }
        Base64.Decoder base64 = Base64.getDecoder();
        HexFormat hex = HexFormat.of();
        return new EventPage.Seal(hex.formatHex(Leaf.hash(base64.decode(text(proof, "entry")))),
                words.figures().exact(proof.path("index").asLong(0)),
                words.figures().exact(proof.path("treeSize").asLong(0)),
                hex.formatHex(base64.decode(text(proof, "rootHash"))));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static @Nullable Long number(JsonNode node, String name) {
        return node.hasNonNull(name) ? Long.valueOf(node.path(name).asLong()) : null;
    }
}
