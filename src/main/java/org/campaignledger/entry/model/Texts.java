package org.campaignledger.entry.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.entry.events.Work;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted, readable: as it is before it is encrypted, and for whoever is entitled to read it again.
 *
 * @param kind        who submits
 * @param name        of the worker or the union; absent once the person is erased
 * @param phone       where given
 * @param title       absent once the individual who wrote it is erased; so are theme, description and links
 * @param theme       where given
 * @param description where given
 * @param links       to be followed
 * @param work        the file
 * @param platform    the host's platform on which it was entered
 * @param externalId  its number there
 * @param erased      whether a person of whom it held data is erased
 */
public record Texts(
        SubmitterKind kind, @Nullable String name, @Nullable String phone, @Nullable String title,
        @Nullable String theme, @Nullable String description, List<String> links, @Nullable Work work,
        @Nullable String platform, @Nullable String externalId, boolean erased) {

    /**
     * What was submitted, with what was encrypted of it.
     *
     * @param person what the submitter's own key opens; absent once they are erased
     */
    public static Texts of(Content content, @Nullable Map<String, String> person) {
        boolean erased = content.sealed() != null && person == null;
        Map<String, String> opened = person == null ? Map.of() : person;
        if (content.kind() == SubmitterKind.UNION) {
            return new Texts(content.kind(), content.union(), opened.get("phone"), content.title(), content.theme(),
                    content.description(), content.links(), content.work(), content.platform(), content.externalId(),
                    erased);
        }
        String links = opened.get("links");
        return new Texts(content.kind(), opened.get("name"), opened.get("phone"), opened.get("title"),
                opened.get("theme"), opened.get("description"),
                links == null ? List.of() : List.of(links.split("\n")), content.work(), content.platform(),
                content.externalId(), erased);
    }

    /** What of it is personal data, and encrypted (rule 23): all that an individual wrote, the phone of a union. */
    public Map<String, String> person() {
        Map<String, String> person = new LinkedHashMap<>();
        put(person, "phone", phone);
        if (kind == SubmitterKind.INDIVIDUAL) {
            put(person, "name", name);
            put(person, "title", title);
            put(person, "theme", theme);
            put(person, "description", description);
            put(person, "links", links.isEmpty() ? null : String.join("\n", links));
        }
        return person;
    }

    private static void put(Map<String, String> into, String name, @Nullable String value) {
        if (value != null) {
            into.put(name, value);
        }
    }

    /** The content that holds it, with what is personal encrypted already. */
    public Content sealed(@Nullable String subject, @Nullable String sealed) {
        boolean union = kind == SubmitterKind.UNION;
        return new Content(kind, union ? name : null, sealed == null ? null : subject, sealed, union ? title : null,
                union ? theme : null, union ? description : null, union ? links : List.of(), work, platform,
                externalId);
    }

    /** Never shows who it is, wherever it may be printed. */
    @Override
    public String toString() {
        return "Texts[" + kind + "]";
    }
}
