package org.campaignledger.account.write;

import java.sql.PreparedStatement;

import org.campaignledger.account.events.AccountEvent;
import org.campaignledger.account.events.ApiTokenIssued;
import org.campaignledger.account.events.ApiTokenRevoked;
import org.campaignledger.platform.eventstore.SideWrite;

/** Changes of the rows by which the door knows tokens, each made in the append of its event. */
final class ApiTokenRow {

    private static final String ISSUE = """
        insert into api_token (id, username, sha256, name, access, expires_on)
        values (?, ?, decode(?, 'hex'), ?, ?, ?::date)""";
    private static final String REVOKE = "update api_token set revoked = true where id = ? and username = ?";
    private static final String REVOKE_ALL = "update api_token set revoked = true where username = ? and not revoked";

    private ApiTokenRow() {}

    static SideWrite issued(ApiTokenIssued event, AccountCommand.IssueToken command) {
        return writing(ISSUE, event.tokenId(), event.username(), command.sha256(), command.name(),
                event.access().name(), event.expiresOn().toString());
    }

    static SideWrite revoked(ApiTokenRevoked event) {
        return writing(REVOKE, event.tokenId(), event.username());
    }

    /**
     * Nothing that somebody made before is left: not with a new password (whoever sets it because they fear for the old one
     * leaves no other way in open), not with a second factor (one made with the password alone does not outlive the day on
     * which that was no longer enough), not with its reset (whoever has the lost phone may have made one with it).
     */
    static SideWrite allRevoked(AccountEvent event) {
        return writing(REVOKE_ALL, event.username());
    }

    private static SideWrite writing(String sql, String... values) {
        return (connection, position) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        };
    }
}
