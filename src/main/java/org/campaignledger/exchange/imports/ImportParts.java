package org.campaignledger.exchange.imports;

import java.util.function.BooleanSupplier;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.messaging.CommandsTogether;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.security.Accounts;

/**
 * What a run needs of the ledger.
 *
 * @param keys     of the ledger, of which ids of blind records are made
 * @param stopping whether the instance is shutting down
 */
record ImportParts(
        Importable importable, ImportTable table, ImportProgress progress, CampaignRulesSource rules,
        LedgerClock clock, Commands commands, CommandsTogether together, LedgerStore store, Accounts accounts,
        LedgerKeys keys,
        ImportProperties properties, BooleanSupplier stopping) {

    /** Whether the account on whose word rows are written has not been disabled meanwhile. */
    boolean stands(Actor actor) {
        return accounts.find(actor.account()).filter(login -> !login.disabled()).isPresent();
    }
}
