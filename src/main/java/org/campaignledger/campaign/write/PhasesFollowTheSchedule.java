package org.campaignledger.campaign.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.campaign.model.Campaign;
import org.jspecify.annotations.Nullable;

/**
 * Rule 3: phases open and close by themselves on their days, through the commands that an admin can give; what an admin
 * did outranks the schedule, and in a historical campaign nothing happens by itself.
 */
public final class PhasesFollowTheSchedule {

    private PhasesFollowTheSchedule() {}

    /** The commands that are due today; none for a closed or a historical campaign. */
    public static List<CampaignCommand> due(Campaign campaign, LocalDate today) {
        List<CampaignCommand> due = new ArrayList<>();
        if (campaign.closed() || campaign.historical()) {
            return due;
        }
        campaign.phases().forEach((id, phase) -> {
            boolean begun = !today.isBefore(phase.defined().from());
            boolean ended = today.isAfter(phase.until());
            if (begun && !ended && phase.untouched()) {
                due.add(new CampaignCommand.OpenPhase(campaign.id(), id, null, null));
            } else if (ended && phase.open() && openedBeforeItsEnd(phase.openedOn(), phase.until())) {
                due.add(new CampaignCommand.ClosePhase(campaign.id(), id, null));
            }
        });
        return due;
    }

    /** Who opened it after its last day wants it open: then only an admin closes it. */
    private static boolean openedBeforeItsEnd(@Nullable LocalDate openedOn, LocalDate until) {
        return openedOn != null && !openedOn.isAfter(until);
    }
}
