package org.campaignledger.platform.web.pages.works;

import java.util.List;

import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.CampaignSource;
import org.campaignledger.platform.web.pages.DeskData;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody lands after signing in: on what waits for them. */
@Controller
class DeskHomeController {

    private final CampaignSource campaigns;
    private final DeskData desk;

    DeskHomeController(CampaignSource campaigns, DeskData desk) {
        this.campaigns = campaigns;
        this.desk = desk;
    }

    /** A host's works that wait to be checked, a judge's assignments; the dashboard for everyone else. */
    @GetMapping("/desk")
    String desk() {
        List<CampaignFace> all = campaigns.campaigns();
        CampaignFace face = all.stream().filter(each -> each.covers(each.dateOf(desk.clock().now()))).findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
        Role role = CurrentActor.get().role();
        if (face == null || role != Role.HOST && role != Role.JUDGE) {
            return "redirect:/";
        }
        return "redirect:/c/" + face.id() + (role == Role.JUDGE
                ? "/judging"
                : WorkPages.collects(face)
                        ? "/works?state=SUBMITTED"
                        : "/categories/" + CurrentActor.get().scope() + "/judging");
    }
}
