package org.campaignledger.platform.processing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens whose claim is extended only while the projection stands where this instance has committed it. A database that was
 * cut off may come back without the last batches of a projection, which do not wait for the disk; nothing would tell until
 * the next event, and at night there is none.
 */
final class ClaimsOfWhatStands extends JdbcTokenStore {

    private final JdbcClient jdbc;
    private final Map<String, ProjectionWriter> writers = new ConcurrentHashMap<>();

    ClaimsOfWhatStands(Builder builder, JdbcClient jdbc) {
        super(builder);
        this.jdbc = jdbc;
    }

    /** Whose commits count from here on. */
    void watch(String processor, ProjectionWriter writer) {
        writers.put(processor, writer);
    }

    /**
     * Extends the claim.
     *
     * @throws UnableToClaimTokenException another instance has it, or the database has lost what was committed: the
     *                                     processor reads its token again
     */
    @Override
    public void extendClaim(String processorName, int segment) {
        super.extendClaim(processorName, segment);
        ProjectionWriter writer = writers.get(processorName);
        if (writer != null && standsAt(processorName) < writer.committed()) {
            throw new UnableToClaimTokenException("projection " + processorName
                    + " stands before what was committed: the database has lost its last batches");
        }
    }

    private long standsAt(String name) {
        return jdbc.sql("select position from projection where name = ?").param(name).query(Long.class).optional()
                .orElse(0L);
    }
}
