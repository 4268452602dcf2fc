package org.campaignledger.campaign.write;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.web.body.CanonicalJson;
import org.campaignledger.platform.web.body.JsonTrees;
import org.campaignledger.platform.web.body.StrictBinder;
import org.campaignledger.platform.web.body.YamlTrees;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Opens a campaign with a definition, as YAML or as JSON. */
@RestController
class OpenCampaignEndpoint {

    private final CommandDoor door;
    private final LedgerKeys keys;

    OpenCampaignEndpoint(CommandDoor door, LedgerKeys keys) {
        this.door = door;
        this.keys = keys;
    }

    @PostMapping(path = "/api/v1/campaigns", consumes = {"application/yaml", "application/x-yaml", "text/yaml"})
    ResponseEntity<Accepted> openYaml(HttpServletRequest request) throws IOException {
        return open(request, YamlTrees.read(request.getInputStream()));
    }

    @PostMapping(path = "/api/v1/campaigns", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> openJson(HttpServletRequest request) throws IOException {
        return open(request, JsonTrees.read(request.getInputStream()));
    }

    private ResponseEntity<Accepted> open(HttpServletRequest request, JsonNode tree) {
        return door.take(request, keys.bodyHash(CanonicalJson.bytes(tree)), actor -> submission(tree));
    }

    /** The command that opens a campaign with this definition. */
    static Submission submission(JsonNode tree) {
        Definition definition = StrictBinder.bind(tree, Definition.class);
        Checks checks = new Checks();
        DefinitionRules.check(definition, checks);
        checks.refuseIfAny();
        String id = definition.campaign().id();
        return Submission.creating(id, "/api/v1/campaigns/" + id,
                new CampaignCommand.OpenCampaign(id, definition, sha256(CanonicalJson.bytes(tree))));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
