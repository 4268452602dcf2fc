package org.campaignledger.platform.web.pages.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.ScopeName;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/**
 * An entry as a page shows it, made from what its register answers whoever asks: what is not for them is not in it.
 *
 * @param title  its title; what stands in its place where it was erased
 * @param erased whether it was
 * @param medium {@code video}, {@code audio}, {@code picture}, or {@code none} where it has no file
 * @param facts  what else is said of it, by key of the field's name
 * @param links  to be followed
 */
record WorkFacts(String id, String title, boolean erased, String medium, List<Fact> facts, List<String> links,
        String description) {

    private static final int KIBI = 1024;

    /** A field with its value. */
    record Fact(String name, String value) {}

    static WorkFacts of(JsonNode item, CampaignFace face, Language language) {
        PageTexts texts = PageTexts.in(language);
        boolean erased = item.path("erased").asBoolean(false);
        String title = item.path("title").asString("");
        List<Fact> facts = new ArrayList<>();
        add(facts, "category", face.category(item.path("category").asString("")).map(each -> each.name().in(
                language)).orElse(""));
        String unit = item.path("unit").asString("");
        add(facts, "unit", ScopeName.of(face, unit, language).orElse(unit));
        JsonNode submitter = item.path("submitter");
        if (submitter.isObject()) {
            add(facts, "kind", texts.get("works.kind." + submitter.path("kind").asString("UNION")));
            add(facts, "name", submitter.path("name").asString(""));
            add(facts, "phone", submitter.path("phone").asString(""));
        }
        add(facts, "theme", item.path("theme").asString(""));
        add(facts, "platform", item.path("platform").asString(""));
        add(facts, "externalId", item.path("externalId").asString(""));
        file(item.path("work"), facts);
        List<String> links = new ArrayList<>();
        item.path("links").forEach(link -> links.add(link.asString("")));
        return new WorkFacts(item.path("id").asString(""),
                title.isEmpty() ? texts.get(erased ? "works.erased" : "works.untitled") : title, erased,
                medium(item.path("work").path("mediaType").asString("")), facts, links,
                item.path("description").asString(""));
    }

    /** What a file of this media type is to a browser. */
    static String medium(String mediaType) {
        return mediaType.startsWith("video/")
                ? "video"
                : mediaType.startsWith("audio/")
                        ? "audio"
                        : mediaType.startsWith("image/") ? "picture" : "none";
    }

    private static void file(JsonNode work, List<Fact> facts) {
        add(facts, "format", work.path("mediaType").asString(""));
        if (work.hasNonNull("durationMillis")) {
            long seconds = work.path("durationMillis").asLong(0) / 1000;
            add(facts, "duration", String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
        }
        if (work.hasNonNull("width")) {
            add(facts, "size", work.path("width").asInt(0) + " × " + work.path("height").asInt(0));
        }
        if (work.hasNonNull("bytes")) {
            double mebibytes = work.path("bytes").asLong(0) / (double) (KIBI * KIBI);
            add(facts, "bytes", String.format(Locale.ROOT, mebibytes < 0.1 ? "%.2f MB" : "%.1f MB", mebibytes));
        }
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact("works.field." + name, value));
        }
    }
}
