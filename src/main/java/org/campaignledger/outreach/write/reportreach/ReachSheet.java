package org.campaignledger.outreach.write.reportreach;

import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Role;
import org.campaignledger.outreach.events.ReachReported;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.exchange.SheetColumn.Form;
import org.campaignledger.platform.exchange.SheetRecord;
import org.campaignledger.platform.exchange.SheetRowAsked;
import org.campaignledger.platform.web.body.StrictBinder;
import org.springframework.stereotype.Component;

/** Reach reports from a sheet. */
@Component
class ReachSheet implements Importable {

    @Override
    public String kind() {
        return "reach-reports";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.REPORTER);
    }

    @Override
    public List<SheetColumn> columns() {
        return List.of(SheetColumn.needed("unit", Form.UNIT), SheetColumn.choice("channel",
                ReachReported.Channel.class),
                SheetColumn.needed("from", Form.DATE), SheetColumn.needed("to", Form.DATE),
                SheetColumn.needed("direct", Form.COUNT), SheetColumn.optional("secondary", Form.COUNT),
                SheetColumn.optional("evidence", Form.TEXT));
    }

    @Override
    public SheetRecord judge(SheetRowAsked row) {
        ReportReach command = ReportReachEndpoint.read(row.id(),
                StrictBinder.bind(row.body(), ReportReachEndpoint.Body.class), row.rules(), row.actor(), row.today());
        return new SheetRecord(command, ReachRules.decide(command, row.actor(), row.rules(), row.today()));
    }
}
