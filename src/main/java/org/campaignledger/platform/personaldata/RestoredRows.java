package org.campaignledger.platform.personaldata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a ledger into which keys are brought back, inside one transaction. */
final class RestoredRows {

    private static final int WRITTEN_AT_ONCE = 1_000;
    /** Erased in this very database, or in a ledger whose events are kept elsewhere and were taken in here. */
    private static final String ERASED = """
        create temporary table erased_subject on commit drop as
        select convert_from(payload, 'UTF8')::jsonb ->> 'subject' as subject from ledger_event
        where type = 'PersonalDataErased'
        union select subject from person_erased""";
    private static final String INSERT = """
        insert into person_key (subject, wrapped) select s, w from unnest(?::text[], ?::bytea[]) as x(s, w)
        where not exists (select from erased_subject e where e.subject = x.s) on conflict do nothing""";
    private static final String COUNT_ERASED = """
        select count(*) from erased_subject where subject = any(?)""";

    private static final String CLAIMED_HERE = """
        select exists (select from claim where kind like 'person.%'
                       and position > (select coalesce(max(r.position), 0) from restoration r))""";

    private final Connection connection;
    private final List<String> subjects = new ArrayList<>();
    private final List<byte[]> wrapped = new ArrayList<>();
    private long restored;
    private long erased;

    RestoredRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * From here to the commit nobody is erased or recorded: who was erased is found here, and whoever is erased
     * meanwhile waits and takes the restored key with them.
     */
    void begin(LedgerKeys keys) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '30s'");
            statement.execute("lock table person_key in share row exclusive mode");
            statement.execute(ERASED);
        }
        FingerprintsInPlace.read(connection).mustBeUnderTheMasterOf(keys);
    }

    void add(String subject, byte[] key) throws SQLException {
        subjects.add(subject);
        wrapped.add(key);
        if (subjects.size() == WRITTEN_AT_ONCE) {
            write();
        }
    }

    private void write() throws SQLException {
        var names = connection.createArrayOf("text", subjects.toArray(String[]::new));
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement count = connection.prepareStatement(COUNT_ERASED)) {
            insert.setArray(1, names);
            insert.setArray(2, connection.createArrayOf("bytea", wrapped.toArray(byte[][]::new)));
            restored += insert.executeUpdate();
            count.setArray(1, names);
            try (ResultSet row = count.executeQuery()) {
                erased += row.next() ? row.getLong(1) : 0;
            }
        }
        subjects.clear();
        wrapped.clear();
    }

    /**
     * The natural key of the backup is the ledger's, or becomes it where nobody was recorded with another: where no
     * claim by a person stands in the ledger but those that came with a restored archive.
     *
     * @throws IllegalStateException people were recorded with another
     */
    void takeNatural(byte[] fingerprint) throws SQLException {
        if (FingerprintsInPlace.read(connection).hasNatural(fingerprint)) {
            return;
        }
        if (holdClaimsByPersons()) {
            throw new IllegalStateException("This ledger holds people recorded with another natural key than that of"
                    + " the backup: nothing was restored. The natural key never rotates; bring the keys back before"
                    + " anybody is recorded.");
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update key_fingerprint set fingerprint = ? where name = 'natural'")) {
            update.setBytes(1, fingerprint);
            update.executeUpdate();
        }
    }

    private boolean holdClaimsByPersons() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(CLAIMED_HERE)) {
            return row.next() && row.getBoolean(1);
        }
    }

    KeyRestore.Restored done(long inFile, byte @Nullable [] naturalKey) throws SQLException {
        if (!subjects.isEmpty()) {
            write();
        }
        return new KeyRestore.Restored(inFile, restored, erased, naturalKey);
    }
}
