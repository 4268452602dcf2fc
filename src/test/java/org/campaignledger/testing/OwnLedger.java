package org.campaignledger.testing;

import java.nio.file.Path;
import org.campaignledger.platform.postgres.TestPostgres;

/** A running ledger that a test has to itself, to be stopped and moved; its database and its files stay. */
public final class OwnLedger implements AutoCloseable {

    /** Of both first accounts, and of everyone that the tests make. */
    public static final String PASSWORD = LedgerServer.PASSWORD;

    private final LedgerServer server;
    private final Ledger ledger;

    private OwnLedger(LedgerServer server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
    }

    /** Starts one, with a copy of the campaign of 2019 in which MOBILISE is open. */
    public static OwnLedger beginning(TestPostgres.Database database, Path data, String... settings) {
        LedgerServer server = LedgerServer.start(database, data, settings);
        Ledger.at(server, "");
        return new OwnLedger(server, Ledger.withACampaignOfItsOwn(server));
    }

    /** Starts one that goes on with what is in this database, acting in this campaign. */
    public static OwnLedger goingOn(TestPostgres.Database database, Path data, String campaign) {
        LedgerServer server = LedgerServer.start(database, data);
        return new OwnLedger(server, Ledger.at(server, campaign));
    }

    /** The ledger. */
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        server.close();
    }
}
