package org.campaignledger.testing;

import java.nio.file.Path;
import java.util.Map;
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

    /** The same with these parts instead of its own, by name, and these options such as {@code --server.port=0}. */
    public static OwnLedger beginning(TestPostgres.Database database, Path data, Map<String, Object> parts,
            String... options) {
        LedgerServer server = LedgerServer.start(database, data, parts, options);
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

    /** Stops it as its users do; who asks it meanwhile is answered for as long as it answers. */
    public void stop() {
        server.stop();
    }

    @Override
    public void close() {
        server.close();
    }
}
