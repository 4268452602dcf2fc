package org.campaignledger.platform.web.pages.measures;

import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.RecordWords;
import tools.jackson.databind.JsonNode;

/** Makes the checklists that somebody may see out of the register's rows. */
final class Checklists {

    private final CampaignFace face;
    private final RecordWords words;
    private final List<JsonNode> rows;

    /**
     * Checklists of these measures.
     *
     * @param rows as the register shows them, the newest first; reversed ones among them are passed over
     */
    Checklists(CampaignFace face, RecordWords words, List<JsonNode> rows) {
        this.face = face;
        this.words = words;
        this.rows = rows.stream().filter(row -> !List.of("REVERSED", "MERGED").contains(row.path("state")
                .asString(""))).toList();
    }

    /** Those of the units: a reporter's own, everybody's for who audits; none for a host. */
    List<Checklist> units(Actor actor) {
        List<Checklist> all = new ArrayList<>();
        String scope = actor.scope();
        if (actor.role() == Role.REPORTER && scope != null && face.unit(scope).isEmpty()) {
            all.add(of(List.of(scope), scope, words.unit(scope), false));
        }
        for (CampaignFace.Unit unit : face.units()) {
            if (actor.role() != Role.HOST && (actor.role() != Role.REPORTER || unit.code().equals(scope))) {
                List<String> codes = new ArrayList<>(List.of(unit.code()));
                unit.subUnits().forEach(part -> codes.add(part.code()));
                all.add(of(codes, unit.code(), unit.name().in(words.language()), false));
            }
        }
        return all;
    }

    /** Those of the categories: a host's own, all for who audits; none for a reporter. */
    List<Checklist> categories(Actor actor) {
        return face.categories().stream().filter(category -> actor.role() != Role.REPORTER
                && (actor.role() != Role.HOST || category.id().equals(actor.scope())))
                .map(category -> of(List.of(category.id()), category.id(), category.name().in(words.language()), true))
                .toList();
    }

    private Checklist of(List<String> codes, String code, String name, boolean ofCategory) {
        String field = ofCategory ? "category" : "unit";
        List<JsonNode> own = rows.stream().filter(row -> codes.contains(row.path(field).asString(""))).toList();
        return new Checklist(code, name, ofCategory, face.requirements().stream()
                .filter(asked -> asked.ofCategory() == ofCategory)
                .map(asked -> new Checklist.Line(asked.id(), asked.name().in(words.language()), own.stream()
                        .filter(row -> row.path("requirement").asString("").equals(asked.id()))
                        .map(row -> filed(row, code)).toList()))
                .toList());
    }

    private Checklist.Filed filed(JsonNode row, String code) {
        String unit = row.path("unit").asString("");
        long position = row.path("position").asLong(0);
        return new Checklist.Filed(row.path("id").asString(""), row.path("title").asString(""), row.path("on")
                .asString(""), row.path("jointWith").asString(""),
                unit.isEmpty() || unit.equals(code)
                        ? ""
                        : words.unit(unit),
                position, words.figures().exact(position), row.has("document"));
    }
}
