package org.campaignledger.testing;

import java.time.LocalDate;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.platform.web.body.StrictBinder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Definitions of campaigns: the shipped one of 2019, and changes of it. */
public final class Campaigns {

    private final ObjectNode tree;

    private Campaigns(ObjectNode tree) {
        this.tree = tree;
    }

    /** The definition of 2019 under another id. */
    public static Campaigns of2019(String id) {
        ObjectNode tree = (ObjectNode) new YAMLMapper().readTree(Campaigns.class.getResourceAsStream(
                "/campaigns/2019.yaml"));
        ((ObjectNode) tree.get("campaign")).put("id", id);
        return new Campaigns(tree);
    }

    /** With another window. */
    public Campaigns window(LocalDate from, LocalDate to) {
        ((ObjectNode) tree.get("campaign")).putObject("window").put("from", from.toString()).put("to", to.toString());
        return this;
    }

    /** With other days of a phase. */
    public Campaigns phase(String id, LocalDate from, LocalDate to) {
        for (JsonNode phase : tree.get("phases")) {
            if (phase.get("id").stringValue().equals(id)) {
                ((ObjectNode) phase).put("from", from.toString()).put("to", to.toString());
            }
        }
        return this;
    }

    /** With other days of grace. */
    public Campaigns graceDays(int days) {
        ((ObjectNode) tree.get("defaults")).put("graceDays", days);
        return this;
    }

    /** With other bounds of plausibility. */
    public Campaigns bounds(long contactsPerEvent, long directPerReport, long secondaryPerReport) {
        ((ObjectNode) tree.get("defaults")).putObject("plausible").put("contactsPerEvent", contactsPerEvent)
                .put("directPerReport", directPerReport).put("secondaryPerReport", secondaryPerReport);
        return this;
    }

    /** With a value at a place of its own, such as {@code /units/0/events}. */
    public Campaigns with(String pointer, Object value) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        JsonNode node = new YAMLMapper().valueToTree(value);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), node);
        } else {
            ((ObjectNode) parent).set(name, node);
        }
        return this;
    }

    /** As the product reads it. */
    public Definition definition() {
        return StrictBinder.bind(tree, Definition.class);
    }

    /** As a tree. */
    public JsonNode json() {
        return tree;
    }

    /** As YAML. */
    public String yaml() {
        return new YAMLMapper().writeValueAsString(tree);
    }
}
