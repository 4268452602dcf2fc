package org.campaignledger.entry.write;

import java.util.List;
import java.util.Set;
import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.exchange.SheetColumn.Form;
import org.campaignledger.platform.exchange.SheetRecord;
import org.campaignledger.platform.exchange.SheetRowAsked;
import org.campaignledger.platform.web.body.StrictBinder;
import org.springframework.stereotype.Component;

/** Entries' data from a sheet; their files are sent before, and named by their digests. */
@Component
class EntrySheet implements Importable {

    private final SubmitEntryEndpoint door;

    EntrySheet(SubmitEntryEndpoint door) {
        this.door = door;
    }

    @Override
    public String kind() {
        return "entries";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.REPORTER, Role.HOST);
    }

    /** Judges see ids of entries (rule 15). */
    @Override
    public boolean isBlind() {
        return true;
    }

    @Override
    public List<SheetColumn> columns() {
        return List.of(SheetColumn.needed("category", Form.CATEGORY), SheetColumn.needed("unit", Form.UNIT),
                SheetColumn.choice("submitter.kind", SubmitterKind.class),
                SheetColumn.needed("submitter.name", Form.TEXT), SheetColumn.optional("submitter.phone", Form.CODE),
                SheetColumn.needed("title", Form.TEXT), SheetColumn.optional("theme", Form.TEXT),
                SheetColumn.optional("description", Form.TEXT), SheetColumn.optional("work", Form.CODE),
                SheetColumn.optional("links", Form.LIST), SheetColumn.optional("platform", Form.TEXT),
                SheetColumn.optional("externalId", Form.CODE));
    }

    @Override
    public SheetRecord judge(SheetRowAsked row) {
        EntryCommand.SubmitEntry command = door.read(row.id(), StrictBinder.bind(row.body(), EntryForm.class),
                row.rules(), row.actor());
        return new SheetRecord(command,
                EntryDecisions.submit(command, row.actor(), row.rules(), row.rules().businessDay(row.today())));
    }
}
