package org.campaignledger.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which ledger of a context this is, and where its positions lie among the context's tokens. In a context of its own a
 * position is the token plus one. Events of others take tokens but no positions: where they stand in between, a new run
 * begins. Runs follow from the context alone; they are kept so that a start need not read it from the beginning.
 */
final class AxonServerIndex {

    private final JdbcClient jdbc;
    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private final List<Run> unsaved = new ArrayList<>();

    /**
     * Positions without others' events in between.
     *
     * @param firstPosition position of the first
     * @param firstToken    its token
     * @param length        how many are known
     */
    record Run(long firstPosition, long firstToken, long length) {

        long lastPosition() {
            return firstPosition + length - 1;
        }

        long lastToken() {
            return firstToken + length - 1;
        }
    }

    AxonServerIndex(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The ledger of this database, named at random when it is new. */
    String name() {
        // Another instance may do the same: the first one's name holds for all.
        jdbc.sql("insert into axon_server_ledger (ledger) values (?) on conflict do nothing")
                .param(UUID.randomUUID().toString().substring(0, 8)).update();
        return jdbc.sql("select ledger from axon_server_ledger").query(String.class).single();
    }

    /** The token after which the ledger begins; one that is new begins now, at the end of the context. */
    long afterToken(LongSupplier lastToken) {
        Long before = findAfterToken();
        if (before != null) {
            return before;
        }
        jdbc.sql("update axon_server_ledger set after_token = ? where after_token is null")
                .param(lastToken.getAsLong()).update();
        Long begun = findAfterToken();
        if (begun == null) {
            throw new IllegalStateException("the beginning of the ledger in Axon Server can't be kept");
        }
        return begun;
    }

    private @Nullable Long findAfterToken() {
        return jdbc.sql("select after_token from axon_server_ledger where after_token is not null").query(Long.class)
                .optional().orElse(null);
    }

    /** Reads the runs that were kept; empty at a ledger's beginning. */
    synchronized void load() {
        jdbc.sql("select first_position, first_token, length from axon_server_run")
                .query((row, number) -> new Run(row.getLong(1), row.getLong(2), row.getLong(3))).list()
                .forEach(run -> runs.put(run.firstPosition(), run));
    }

    /** The run that grows, null before the first event. */
    synchronized @Nullable Run last() {
        return runs.isEmpty() ? null : runs.lastEntry().getValue();
    }

    /** Notes that the next position stands at this token. */
    synchronized void add(long position, long token) {
        Run last = last();
        if (last != null && position <= last.lastPosition()) {
            return;
        }
        Run grown = last != null && token == last.lastToken() + 1
                ? new Run(last.firstPosition(), last.firstToken(), last.length() + 1)
                : new Run(position, token, 1);
        runs.put(grown.firstPosition(), grown);
        if (!unsaved.isEmpty() && unsaved.getLast().firstPosition() == grown.firstPosition()) {
            unsaved.removeLast();
        }
        unsaved.add(grown);
    }

    /** The token of a position up to the last one noted. */
    synchronized long tokenOf(long position) {
        Run run = runs.floorEntry(position).getValue();
        return run.firstToken() + position - run.firstPosition();
    }

    /** Keeps what was noted. Every instance notes the same, so that none undoes what another has kept. */
    void save() {
        List<Run> toSave;
        synchronized (this) {
            toSave = List.copyOf(unsaved);
        }
        for (Run run : toSave) {
            jdbc.sql("""
                insert into axon_server_run (first_position, first_token, length) values (?, ?, ?)
                on conflict (first_position) do update
                set length = greatest(axon_server_run.length, excluded.length)""")
                    .params(run.firstPosition(), run.firstToken(), run.length()).update();
        }
        synchronized (this) {
            unsaved.removeAll(toSave);
        }
    }
}
