package org.campaignledger.entry.read.entries;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.JudgingDesk;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.works.WorkDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The file of an entry, to be played and looked at: the bytes as they were sent for those in whose scope it is; a copy in
 * which nothing tells whose it is for a judge, and for a host as long as its category is being judged (rule 24): what a
 * camera or a program writes into a file may name its owner and the place.
 */
@RestController
@RequestMapping(path = "/api/v1/entries/{id}", method = {RequestMethod.GET, RequestMethod.HEAD})
class EntryWorkEndpoint {

    private static final String KEPT = "private, no-cache";

    private final EntryRegister register;
    private final WorkDownload download;
    private final JudgingDesk judging;
    private final CampaignRulesSource rules;
    private final Freshness freshness;

    EntryWorkEndpoint(EntryRegister register, WorkDownload download, JudgingDesk judging, CampaignRulesSource rules,
            Freshness freshness) {
        this.register = register;
        this.download = download;
        this.judging = judging;
        this.rules = rules;
        this.freshness = freshness;
    }

    @RequestMapping("/work")
    void work(@PathVariable String id, @RequestParam(required = false) @Nullable Long waitFor,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> entry = entry(id, waitFor, CurrentActor.get());
        download.answer(digest(entry), form(entry, CurrentActor.get()), KEPT, request, response);
    }

    private WorkDownload.Form form(Map<String, Object> entry, Actor actor) {
        boolean blind = actor.role() == Role.JUDGE || actor.role() == Role.HOST
                && judging.isOpen(String.valueOf(entry.get("campaign")), String.valueOf(entry.get("category")));
        return blind ? WorkDownload.Form.PUBLIC : WorkDownload.Form.ORIGINAL;
    }

    /** Of a picture a small copy. */
    @RequestMapping("/thumbnail")
    void thumbnail(@PathVariable String id, @RequestParam(required = false) @Nullable Long waitFor,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        download.answer(digest(entry(id, waitFor, CurrentActor.get())), WorkDownload.Form.THUMBNAIL, KEPT, request,
                response);
    }

    /** The entry, if it has a file and the caller may have it. */
    private Map<String, Object> entry(String id, @Nullable Long waitFor, Actor actor) {
        freshness.awaitProjection(EntryProjection.NAME, waitFor);
        Map<String, Object> entry = register.standing(List.of(id)).get(id);
        if (entry == null || !maySee(entry, id, actor) || !(entry.get("work") instanceof Map<?, ?>)) {
            throw Refused.notFound();
        }
        return entry;
    }

    private static String digest(Map<String, Object> entry) {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(entry.get("work"))).get("sha256"));
    }

    private boolean maySee(Map<String, Object> entry, String id, Actor actor) {
        return switch (actor.role()) {
            case ADMIN, AUDITOR -> true;
            case HOST -> String.valueOf(entry.get("category")).equals(actor.scope());
            case REPORTER -> rules.rules(String.valueOf(entry.get("campaign")))
                    .isWithin(String.valueOf(entry.get("unit")), actor.scope());
            case JUDGE -> judging.isAssigned(actor.account(), id);
            default -> false;
        };
    }
}
