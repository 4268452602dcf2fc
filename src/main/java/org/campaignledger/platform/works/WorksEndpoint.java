package org.campaignledger.platform.works;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files come in here, before an entry names them. An upload is no event: the answer's position is the ledger's head, from
 * which whoever goes on can read.
 */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/works")
class WorksEndpoint {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final Works works;
    private final CampaignRulesSource campaigns;
    private final Freshness freshness;
    private final LedgerStore store;

    WorksEndpoint(Works works, CampaignRulesSource campaigns, Freshness freshness, LedgerStore store) {
        this.works = works;
        this.campaigns = campaigns;
        this.freshness = freshness;
        this.store = store;
    }

    /**
     * The form, for the description of the door.
     *
     * @param file the file
     */
    record WorkUpload(@Schema(type = "string", format = "binary") String file) {}

    @Operation(requestBody = @RequestBody(required = true, content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = WorkUpload.class))))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<WorkAnswer> upload(@PathVariable String campaign, HttpServletRequest request) throws IOException {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST);
        campaigns.rules(campaign);
        String key = UploadKeys.scope(request, actor);
        Works.Received received = Multipart.read(request, works.maxBytes(),
                file -> works.receive(file, actor.account(), key));
        ResponseEntity.BodyBuilder answer = ResponseEntity
                .created(URI.create("/api/v1/campaigns/" + campaign + "/works/" + received.facts().sha256()))
                .header(CommandDoor.POSITION, Long.toString(store.head()));
        if (received.isAgain()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(WorkAnswer.of(received.facts()));
    }

    @GetMapping("/{sha256}")
    ResponseEntity<WorkAnswer> one(@PathVariable String campaign, @PathVariable String sha256,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.get();
        campaigns.rules(campaign);
        return freshness.answerFromHead(waitFor, () -> {
            boolean maySee = actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR
                    || works.isUploadedBy(sha256, actor.account());
            return works.find(sha256).filter(found -> maySee).map(WorkAnswer::of).orElseThrow(Refused::notFound);
        });
    }
}
