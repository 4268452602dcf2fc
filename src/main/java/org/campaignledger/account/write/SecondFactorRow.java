package org.campaignledger.account.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.campaignledger.account.events.PasswordSet;
import org.campaignledger.account.events.SecondFactorReset;
import org.campaignledger.platform.eventstore.SideWrite;

/** Changes of the rows of a second factor, each made in the append of its event. */
final class SecondFactorRow {

    private static final String ENROL = """
        update second_factor set state = 'ENROLLED', last_step = ?
        where account = ? and state = 'BEGUN' and sealed = ?""";
    private static final String ASK = "update account_login set second_factor = true where username = ?";
    private static final String KEEP_CODE = "insert into recovery_code (code_hash, account) values (?, ?)";
    private static final String USE_CODE = "delete from recovery_code where code_hash = ? and account = ?";
    private static final String FORGET_KEY = "delete from person_key where subject = ?";
    /** The row's version changes: whoever is signed in is no more. */
    private static final String ASK_NO_MORE = """
        update account_login set position = ?, second_factor = false where username = ?""";

    private SecondFactorRow() {}

    /** The account's row keeps its version: whoever enrols goes on in the session in which they did. */
    static SideWrite enrolled(AccountCommand.EnrolSecondFactor command) {
        return (connection, position) -> {
            mustBeOne(run(connection, ENROL, command.step(), command.username(), command.sealed()));
            mustBeOne(run(connection, ASK, command.username()));
            for (byte[] code : command.recoveryCodes()) {
                run(connection, KEEP_CODE, code, command.username());
            }
        };
    }

    /** With a new password: what whoever had the old one has begun is nobody's app any more. */
    static SideWrite notBegun(PasswordSet event) {
        return (connection, position) -> {
            if (run(connection, "delete from second_factor where account = ? and state = 'BEGUN'",
                    event.username()) == 1) {
                run(connection, FORGET_KEY, SecondFactorSecrets.subject(event.username()));
            }
        };
    }

    static SideWrite reset(SecondFactorReset event) {
        return (connection, position) -> {
            mustBeOne(run(connection, ASK_NO_MORE, position, event.username()));
            run(connection, "delete from second_factor where account = ?", event.username());
            run(connection, "delete from recovery_code where account = ?", event.username());
            run(connection, FORGET_KEY, SecondFactorSecrets.subject(event.username()));
        };
    }

    static SideWrite used(AccountCommand.UseRecoveryCode command) {
        return (connection, position) -> mustBeOne(run(connection, USE_CODE, command.codeHash(), command.username()));
    }

    private static void mustBeOne(int rows) throws SQLException {
        if (rows != 1) {
            throw new SQLException("a second factor without its row", "P0001");
        }
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
