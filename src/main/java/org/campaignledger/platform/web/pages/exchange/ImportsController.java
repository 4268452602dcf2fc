package org.campaignledger.platform.web.pages.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PageDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Where sheets are sent, and where one sees what becomes of them. */
@Controller
class ImportsController {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> OF_A_REPORTER = List.of("propagandists", "mobilizations", "events",
            "reach-reports", "entries");
    private static final List<String> OF_A_HOST = List.of("entries");

    private final DeskData desk;
    private final Contract contract;

    ImportsController(DeskData desk, Contract contract) {
        this.desk = desk;
        this.contract = contract;
    }

    /**
     * The form, and the imports so far.
     *
     * @param kind  the register that is chosen
     * @param wrong why a file was not taken a moment ago, one of the contract's codes
     * @param after cursor of the page before
     */
    @GetMapping("/c/{campaign}/imports")
    String imports(@PathVariable String campaign, @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String after, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        List<String> kinds = switch (actor.role()) {
            case REPORTER -> OF_A_REPORTER;
            case HOST -> OF_A_HOST;
            default -> List.of();
        };
        JsonNode page = contract.get("/api/v1/imports?campaign=" + face.id()
                + (after == null || !after.matches("[0-9a-f-]{36}") ? "" : "&after=" + after));
        List<ImportView> views = new ArrayList<>();
        page.path("items").forEach(job -> views.add(view(job, face)));
        model.addAttribute("campaign", face.id());
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind != null && kinds.contains(kind) ? kind : kinds.stream().findFirst().orElse(""));
        model.addAttribute("imports", views);
        model.addAttribute("next", page.path("next").isString() ? page.path("next").stringValue() : null);
        model.addAttribute("all", kinds.isEmpty());
        model.addAttribute("wrong", wrong == null ? null : wrong.replaceAll("[^a-z-]", ""));
        return "exchange/imports";
    }

    /**
     * One import, as far as it has come.
     *
     * @param after only what is wrong with rows behind this one
     */
    @GetMapping("/c/{campaign}/imports/{id}")
    String one(@PathVariable String campaign, @PathVariable String id,
            @RequestParam(defaultValue = "0") long after, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        if (!id.matches("[0-9a-f-]{36}")) {
            throw PageDoor.notFound();
        }
        ImportView view = view(contract.get("/api/v1/imports/" + id + "?after=" + Math.max(0, after)), face);
        model.addAttribute("campaign", face.id());
        model.addAttribute("view", view);
        model.addAttribute("after", after);
        model.addAttribute("own", view.account().equals(actor.account()));
        return "exchange/import";
    }

    private static ImportView view(JsonNode job, CampaignFace face) {
        return ImportView.of(job, Instant.parse(job.path("startedAt").stringValue()).atZone(ZoneId.of(face.timeZone()))
                .format(MINUTE));
    }
}
