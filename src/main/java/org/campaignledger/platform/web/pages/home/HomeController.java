package org.campaignledger.platform.web.pages.home;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.proof.Alarms;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.CampaignSource;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Where somebody lands after signing in: on what waits for them, in order of urgency. */
@Controller
class HomeController {

    private final CampaignSource campaigns;
    private final DeskData desk;
    private final Contract contract;
    private final Alarms alarms;

    HomeController(CampaignSource campaigns, DeskData desk, Contract contract, Alarms alarms) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.contract = contract;
        this.alarms = alarms;
    }

    /**
     * What waits in one campaign; without any campaign the page of the empty ledger.
     *
     * @param campaign the one that is meant; absent: the one that runs today, else the newest
     */
    @GetMapping("/desk")
    String desk(@RequestParam(required = false) @Nullable String campaign, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST, Role.JUDGE, Role.ADMIN, Role.AUDITOR);
        Optional<CampaignFace> chosen = campaign == null ? today() : Optional.of(desk.campaign(campaign));
        if (chosen.isEmpty()) {
            return "redirect:/";
        }
        CampaignFace face = chosen.get();
        Language language = PagesConfiguration.language(locale);
        Looker looker = new Looker(actor, face, face.dateOf(desk.clock().now()), contract,
                new RecordWords(face, language));
        List<HomePage.Figure> figures = actor.role() == Role.REPORTER ? UnitFigures.of(looker) : List.of();
        model.addAttribute("urged", isUrged(actor));
        model.addAttribute("page", new HomePage(face.id(), face.title().in(language), looker.today().toString(),
                phases(face, language), items(looker), figures, Ways.of(looker)));
        return "desk-home";
    }

    /** Those who can do most, and sign in by password alone. */
    private boolean isUrged(Actor actor) {
        return (actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR) && !contract.ask("/api/v1/accounts/"
                + UriUtils.encodePathSegment(actor.account(), StandardCharsets.UTF_8) + "/second-factor").body()
                .path("state").asString("ENROLLED").equals("ENROLLED");
    }

    private Optional<CampaignFace> today() {
        return CampaignFace.usual(campaigns.campaigns(), desk.clock().now());
    }

    private static String phases(CampaignFace face, Language language) {
        return face.phases().stream().filter(phase -> face.isOpen(phase.id()))
                .map(phase -> phase.name().in(language))
                .collect(Collectors.joining(language == Language.EN ? ", " : "、"));
    }

    private List<Item> items(Looker looker) {
        return switch (looker.actor().role()) {
            case REPORTER -> ForReporter.items(looker);
            case HOST -> ForHost.items(looker);
            case JUDGE -> ForJudge.items(looker);
            case ADMIN -> ForAdmin.items(looker);
            case AUDITOR -> ForAuditor.items(looker, alarms.position().orElse(null), desk.clock().now());
            case PUBLIC, SYSTEM -> List.of();
        };
    }
}
