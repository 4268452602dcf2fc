package org.campaignledger.mobilization.write.mobilizeunit;

import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.exchange.SheetColumn.Form;
import org.campaignledger.platform.exchange.SheetRecord;
import org.campaignledger.platform.exchange.SheetRowAsked;
import org.campaignledger.platform.web.body.StrictBinder;
import org.springframework.stereotype.Component;

/** Grass-roots unions from a sheet. */
@Component
class MobilizationSheet implements Importable {

    @Override
    public String kind() {
        return "mobilizations";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.REPORTER);
    }

    @Override
    public List<SheetColumn> columns() {
        return List.of(SheetColumn.needed("unit", Form.UNIT), SheetColumn.needed("organization.name", Form.TEXT),
                SheetColumn.optional("organization.code", Form.CODE), SheetColumn.optional("employees", Form.COUNT),
                SheetColumn.needed("occurredOn", Form.DATE));
    }

    @Override
    public SheetRecord judge(SheetRowAsked row) {
        MobilizeUnit command = MobilizeUnitEndpoint.read(row.id(),
                StrictBinder.bind(row.body(), MobilizeUnitEndpoint.Body.class), row.rules(), row.actor(), row.today());
        return new SheetRecord(command, Mobilization.decide(command, row.actor(), row.rules(), row.today()));
    }
}
