package org.campaignledger.platform.personaldata;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The fingerprints of the keys with which a ledger was begun, by name.
 *
 * @param byName none before the first start
 */
record FingerprintsInPlace(Map<String, byte[]> byName) {

    static FingerprintsInPlace read(Connection connection) throws SQLException {
        Map<String, byte[]> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name, fingerprint from key_fingerprint")) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getBytes(2));
            }
        }
        return new FingerprintsInPlace(found);
    }

    /** A key without which the ledger was not begun yet becomes its own; where there is one, that stays. */
    static void begin(JdbcClient jdbc, String name, byte[] fingerprint) {
        jdbc.sql("insert into key_fingerprint (name, fingerprint) values (?, ?) on conflict do nothing")
                .params(name, fingerprint).update();
    }

    /** The natural key is the ledger's own, and so is the master key. */
    void mustBeThoseOf(LedgerKeys keys) {
        mustBeUnderTheMasterOf(keys);
        if (!hasNatural(keys.naturalFingerprint())) {
            throw new IllegalStateException("The natural key at hand is not that of this ledger.");
        }
    }

    void mustBeUnderTheMasterOf(LedgerKeys keys) {
        byte[] standing = byName.get("master");
        if (standing == null || !keys.master().hasFingerprint(standing) || byName.containsKey(
                MasterKeyRotation.BEGUN)) {
            throw new IllegalStateException("The master key at hand is not that of this ledger.");
        }
    }

    boolean hasNatural(byte[] fingerprint) {
        return MessageDigest.isEqual(byName.get("natural"), fingerprint);
    }
}
