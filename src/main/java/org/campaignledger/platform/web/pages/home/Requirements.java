package org.campaignledger.platform.web.pages.home;

import java.util.List;

import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.CampaignFace;

/** The requirements of the notice to which a unit or a host has filed no measure. */
final class Requirements {

    private Requirements() {}

    /** Due while the campaign runs; urgent once its summing-up has begun. */
    static Item item(Looker looker) {
        boolean host = looker.actor().role() == Role.HOST;
        List<String> asked = looker.face().requirements().stream().filter(one -> one.ofCategory() == host)
                .map(CampaignFace.Requirement::id).toList();
        boolean late = looker.face().isOpen("SUMMARISE");
        Tally missing = looker.face().closed() ? Tally.of(0) : missing(looker, asked);
        return looker.item("measures", late ? Item.Tone.WAITS : Item.Tone.LATER, missing,
                looker.say("home.measures.detail"), looker.page("/measures"));
    }

    private static Tally missing(Looker looker, List<String> asked) {
        long missing = 0;
        for (String requirement : asked) {
            ContractAnswer answer = looker.ofCampaign("/measures?limit=20&requirement=" + requirement);
            if (!answer.isGranted()) {
                return new Tally(false, 0, false);
            }
            Tally counting = Tally.of(answer, item -> !List.of("REVERSED", "MERGED").contains(item.path("state")
                    .asString("")));
            missing += counting.count() == 0 ? 1 : 0;
        }
        return Tally.of(missing);
    }
}
