package org.campaignledger.account.write;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.correction.Circumstances;
import org.campaignledger.platform.correction.Correctable;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.AppendContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Further ADMIN accounts, opened with four eyes. Who asks for one has made it (rule 19). The hash of its password waits
 * beside the ledger until it is decided on, and stands in no event.
 */
@Component
class FurtherAdmins implements Correctable {

    static final String KIND = "accounts";

    private final LedgerStore store;
    private final AccountLookup lookup;

    FurtherAdmins(LedgerStore store, AccountLookup lookup) {
        this.store = store;
        this.lookup = lookup;
    }

    @Override
    public boolean takes(CorrectionAction action) {
        return action == CorrectionAction.OPEN_ACCOUNT;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Of version 1 until it is opened: there is nothing else that could change. */
    @Override
    public Map<String, Standing> standing(Collection<String> ids) {
        Map<String, Standing> standing = new LinkedHashMap<>();
        for (String username : ids) {
            String aggregate = AccountCommand.aggregateId(username);
            long last = store.lastSequence(aggregate);
            standing.put(username, new Standing(KIND, username, null, null, "Account", aggregate, last, last + 2, null,
                    null, username));
        }
        return standing;
    }

    @Override
    public Map<String, Object> fields(Standing standing) {
        return Map.of();
    }

    @Override
    public Map<String, Object> sealed(Standing standing, Map<String, Object> changes) {
        return changes;
    }

    @Override
    public LedgerEvent amended(Standing standing, Map<String, Object> changes, Circumstances circumstances) {
        if (standing.lastSequence() >= 0) {
            throw lookup.nameTaken(standing.id());
        }
        return new AccountOpened(standing.id(), Role.ADMIN, null, null, circumstances.mark().requestedBy());
    }

    @Override
    public LedgerEvent reversed(Standing standing, @Nullable String mergedInto, Circumstances circumstances) {
        throw Refused.of(Refused.Kind.UNPROCESSABLE, "not-correctable");
    }

    @Override
    public Map<String, Object> fieldsAfter(LedgerEvent event) {
        return Map.of("username", ((AccountOpened) event).username(), "role", Role.ADMIN.name());
    }

    @Override
    public void requested(String correction, Standing standing, @Nullable String secret) {
        if (secret == null) {
            throw new IllegalStateException("an account without a password");
        }
        AppendContext.current().alsoWrite(PendingLogin.kept(correction, secret));
    }

    @Override
    public void applied(String correction, LedgerEvent event) {
        AppendContext.current().alsoWrite(PendingLogin.opened(correction, (AccountOpened) event));
    }

    @Override
    public void dropped(String correction) {
        AppendContext.current().alsoWrite(PendingLogin.dropped(correction));
    }
}
