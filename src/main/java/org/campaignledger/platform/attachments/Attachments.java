package org.campaignledger.platform.attachments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.SideWrite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps attachments and finds them by their digest. They are never changed, so that the same bytes are kept once. */
@Component
public class Attachments {

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
    private static final String KEEP = """
        insert into attachment (digest, media_type, bytes) values (?, ?, ?) on conflict (digest) do nothing""";

    private final JdbcClient jdbc;

    /** Those of this ledger. */
    public Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row as it is read. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Row(String mediaType, byte[] bytes) {}

    /** Keeps an attachment in the transaction of the append whose event names it: both are there, or neither. */
    public SideWrite keep(Attachment attachment) {
        return (connection, position) -> insert(connection, attachment);
    }

    private static void insert(Connection connection, Attachment attachment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setBytes(1, HexFormat.of().parseHex(attachment.sha256()));
            statement.setString(2, attachment.mediaType());
            statement.setBytes(3, attachment.bytes());
            statement.executeUpdate();
        }
    }

    /** Brings an attachment of an archive back, in the caller's transaction or one of its own; again is no harm. */
    public void bringBack(Attachment attachment) {
        jdbc.sql(KEEP).params(HexFormat.of().parseHex(attachment.sha256()), attachment.mediaType(),
                attachment.bytes()).update();
    }

    /**
     * The attachment of this digest, empty if none is kept or the text is no digest.
     *
     * @throws Refused 409 {@code attachment-changed} if what is kept does not have the digest under which it is kept
     */
    public Optional<Attachment> find(String sha256) {
        if (!Attachment.isDigest(sha256)) {
            return Optional.empty();
        }
        return jdbc.sql("select media_type, bytes from attachment where digest = ?")
                .param(HexFormat.of().parseHex(sha256))
                .query((row, number) -> new Row(row.getString(1), row.getBytes(2))).optional()
                .map(row -> whole(sha256, row));
    }

    private static Attachment whole(String sha256, Row row) {
        try {
            return new Attachment(sha256, row.mediaType(), row.bytes());
        } catch (IllegalArgumentException changed) {
            LOG.error("Attachment {} was changed where it is kept: {}", sha256, changed.getMessage());
            throw Refused.of(Refused.Kind.CONFLICT, "attachment-changed", Map.of("digest", sha256));
        }
    }
}
