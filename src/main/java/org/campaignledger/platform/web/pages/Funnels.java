package org.campaignledger.platform.web.pages;

import java.util.List;

import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Component;

/** The collection of works as it stands now. */
@Component
public class Funnels {

    private final BalanceSource source;
    private final DeskData desk;

    Funnels(BalanceSource source, DeskData desk) {
        this.source = source;
        this.desk = desk;
    }

    /** Every category on its way from submitted to awarded, in the campaign's own order. */
    public List<Funnel.Row> of(CampaignFace face, Language language) {
        Balance balance = Balance.of(desk.tree(source.balance(face.id(), new PointInTime(null, null))));
        return Funnel.of(face, balance, language, new Figures(language, PageTexts.in(language)));
    }
}
