package org.campaignledger.propagandist.write.recruitpropagandist;

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

/** Propagandists from a sheet; who they are is encrypted before anything is done with a row. */
@Component
class PropagandistSheet implements Importable {

    private final RecruitPropagandistEndpoint door;

    PropagandistSheet(RecruitPropagandistEndpoint door) {
        this.door = door;
    }

    @Override
    public String kind() {
        return "propagandists";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.REPORTER);
    }

    @Override
    public List<SheetColumn> columns() {
        return List.of(SheetColumn.needed("unit", Form.UNIT), SheetColumn.needed("person.name", Form.TEXT),
                SheetColumn.optional("person.idNumber", Form.CODE), SheetColumn.optional("person.phone", Form.CODE),
                SheetColumn.optional("employer", Form.TEXT), SheetColumn.needed("occurredOn", Form.DATE));
    }

    @Override
    public SheetRecord judge(SheetRowAsked row) {
        RecruitPropagandist command = door.read(row.id(),
                StrictBinder.bind(row.body(), RecruitPropagandistEndpoint.Body.class), row.rules(), row.actor(),
                row.today());
        return new SheetRecord(command, Propagandist.decide(command, row.actor(), row.rules(), row.today()));
    }
}
