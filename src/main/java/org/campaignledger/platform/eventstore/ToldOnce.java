package org.campaignledger.platform.eventstore;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was told of a position, so that the log says it once however often the ledger is read; of 10,000 at most. */
public final class ToldOnce {

    private static final int MOST = 10_000;

    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    /** Nothing was told yet. */
    public ToldOnce() {}

    /** Whether this position is to be told of now: the first time, unless there were too many before. */
    public boolean first(long position) {
        return told.size() < MOST && told.add(position);
    }
}
