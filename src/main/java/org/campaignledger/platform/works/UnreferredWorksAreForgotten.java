package org.campaignledger.platform.works;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Files that somebody sent and nobody referred to are forgotten after a day. Where no slice says what it refers to, nothing
 * is forgotten: silence is not the same as "nothing". What was erased and came back with its volume is destroyed again.
 */
@Component
class UnreferredWorksAreForgotten {

    private static final Logger LOG = LoggerFactory.getLogger(UnreferredWorksAreForgotten.class);
    private static final int AT_ONCE = 500;
    private static final Duration ANSWERS_KEPT = Duration.ofDays(90);

    private final Works works;
    private final WorkTable table;
    private final PublicCopies copies;
    private final ObjectProvider<WorkReferences> references;
    private final InstantSource clock;

    @Autowired
    UnreferredWorksAreForgotten(Works works, WorkTable table, PublicCopies copies,
            ObjectProvider<WorkReferences> references) {
        this(works, table, copies, references, InstantSource.system());
    }

    UnreferredWorksAreForgotten(Works works, WorkTable table, PublicCopies copies,
            ObjectProvider<WorkReferences> references,
            InstantSource clock) {
        this.works = works;
        this.table = table;
        this.copies = copies;
        this.references = references;
        this.clock = clock;
    }

    /** Runs once an hour. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
    public void forget() {
        Instant now = clock.instant();
        table.forgetAnswersBefore(now.minus(ANSWERS_KEPT));
        Instant then = now.minus(Works.KEPT_UNREFERRED);
        table.announcedBefore(then).forEach(sha256 -> works.clear(sha256, then));
        sweepCopies();
        forgetUnreferred(then);
        eraseAgain();
    }

    private void forgetUnreferred(Instant then) {
        List<WorkReferences> all = references.stream().toList();
        if (all.isEmpty()) {
            return;
        }
        int forgotten = 0;
        List<String> some = table.unwantedSince(then, "", AT_ONCE);
        while (!some.isEmpty()) {
            for (String sha256 : some) {
                if (all.stream().noneMatch(one -> one.isReferred(sha256)) && works.forget(sha256, then)) {
                    forgotten++;
                }
            }
            some = table.unwantedSince(then, some.getLast(), AT_ONCE);
        }
        if (forgotten > 0) {
            LOG.info("{} works that nothing refers to were forgotten", forgotten);
        }
    }

    /** A volume that is put back from a copy brings back what was erased since. */
    private void eraseAgain() {
        List<String> some = table.erased("", AT_ONCE);
        while (!some.isEmpty()) {
            for (String sha256 : some) {
                eraseAgain(sha256);
            }
            some = table.erased(some.getLast(), AT_ONCE);
        }
    }

    /** What can't be done with one work is tried again in an hour, and holds up no other. */
    private void eraseAgain(String sha256) {
        try {
            if (works.eraseAgain(sha256)) {
                LOG.warn("The bytes of erased work {} had come back, and were destroyed again", sha256);
            }
        } catch (UncheckedIOException trouble) {
            LOG.warn("Whether erased work {} has come back could not be looked at: {}", sha256, trouble.toString());
        }
    }

    private void sweepCopies() {
        try {
            copies.sweep(table::areThere);
        } catch (IOException trouble) {
            LOG.warn("Copies of works could not be swept: {}", trouble.toString());
        }
    }
}
