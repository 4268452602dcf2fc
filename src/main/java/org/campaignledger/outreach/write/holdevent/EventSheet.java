package org.campaignledger.outreach.write.holdevent;

import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Role;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.exchange.SheetColumn.Form;
import org.campaignledger.platform.exchange.SheetRecord;
import org.campaignledger.platform.exchange.SheetRowAsked;
import org.campaignledger.platform.web.body.StrictBinder;
import org.springframework.stereotype.Component;

/** Enterprise visits and offline events from a sheet. */
@Component
class EventSheet implements Importable {

    private final HoldEventEndpoint door;

    EventSheet(HoldEventEndpoint door) {
        this.door = door;
    }

    @Override
    public String kind() {
        return "events";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.REPORTER);
    }

    @Override
    public List<SheetColumn> columns() {
        return List.of(SheetColumn.needed("unit", Form.UNIT), SheetColumn.choice("kind", EventHeld.Kind.class),
                SheetColumn.needed("title", Form.TEXT), SheetColumn.optional("place", Form.TEXT),
                SheetColumn.optional("enterprise", Form.TEXT), SheetColumn.needed("contacts", Form.COUNT),
                SheetColumn.needed("occurredOn", Form.DATE), SheetColumn.optional("distinctFrom", Form.CODE));
    }

    @Override
    public SheetRecord judge(SheetRowAsked row) {
        HoldEvent command = door.read(row.id(), StrictBinder.bind(row.body(), HoldEventEndpoint.Body.class),
                row.rules(), row.actor(), row.today());
        return new SheetRecord(command, HeldEvents.decide(command, row.actor(), row.rules(), row.today()));
    }
}
