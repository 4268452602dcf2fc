package org.campaignledger.progress.read.progress;

import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.platform.web.pages.BalanceSource;
import org.springframework.stereotype.Component;

/** The balance as the pages show it: the same as at the door. */
@Component
class ProgressForPages implements BalanceSource {

    private final ProgressAt progress;

    ProgressForPages(ProgressAt progress) {
        this.progress = progress;
    }

    @Override
    public Object balance(String campaign, PointInTime moment) {
        return progress.of(campaign, new Asked(moment.position(), null, moment.on(), null));
    }
}
