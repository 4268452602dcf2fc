package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.jspecify.annotations.Nullable;

/** Names what is wrong at the first position at which something differs: "How a verifier names what is wrong". */
public final class Diagnosis {

    /** The entries as they stand now. */
    @FunctionalInterface
    public interface Entries {

        /** The entry that stands at a place, whatever position it states; nothing where there is none. */
        byte @Nullable [] at(long place) throws IOException, Verdict;
    }

    private final Leaves leaves;
    private final Entries entries;

    /** For these entries, and what was sealed. */
    public Diagnosis(Leaves leaves, Entries entries) {
        this.leaves = leaves;
        this.entries = entries;
    }

    /**
     * What is wrong at a position.
     *
     * @param position the first one that differs
     * @param entry    what stands there; nothing where there is none
     */
    public Wrong of(long position, byte @Nullable [] entry) throws IOException, Verdict {
        if (position > leaves.size()) {
            return Wrong.at(position, Fault.INSERTED, "it comes after the last position that was sealed");
        }
        if (entry == null) {
            return Wrong.at(position, Fault.MISSING, "there is no event at this position");
        }
        long home = home(position, entry);
        if (home != 0 && stands(home, position)) {
            return Wrong.at(position, Fault.REORDERED,
                    "the events of this position and of " + home + " stand in each other's place");
        }
        if (stands(position + 1, position)) {
            return Wrong.at(position, Fault.INSERTED,
                    "what stands here was never sealed; what was sealed here comes one place later");
        }
        if (home == position + 1 || Entry.position(entry) > position) {
            return Wrong.at(position, Fault.MISSING, home == position + 1
                    ? "what was sealed here is gone, and what was sealed later comes one place early"
                    : "there is no event at this position; the next one is " + Entry.position(entry));
        }
        return changed(position, entry, home);
    }

    private Wrong changed(long position, byte[] entry, long home) {
        @Nullable
        String fault = Entry.fault(entry);
        if (fault != null) {
            return Wrong.at(position, Fault.CHANGED, "what stands here is no entry: " + fault);
        }
        if (home != 0) {
            return Wrong.at(position, Fault.CHANGED, "a copy of the event of position " + home + " stands here");
        }
        if (Entry.position(entry) != position) {
            return Wrong.at(position, Fault.CHANGED, "what stands here says that it is position "
                    + Entry.position(entry));
        }
        return Wrong.at(position, Fault.CHANGED, "the event that stands here is not the one that was sealed here");
    }

    /** Whether the entry that stands at a place is the one that was sealed at a position. */
    private boolean stands(long place, long position) throws IOException, Verdict {
        byte @Nullable [] there = entries.at(place);
        return there != null && leaves.sealedIfMoved(position, there);
    }

    /** The other position for which an entry was sealed; 0 if for none. */
    private long home(long position, byte[] entry) throws IOException, Verdict {
        if (entry.length < Entry.TYPE) {
            return 0;
        }
        byte[] moved = entry.clone();
        for (long near : new long[]{Entry.position(entry), position + 1, position - 1}) {
            if (near != position && isHome(near, moved)) {
                return near;
            }
        }
        for (long other = 1; other <= leaves.size(); other++) {
            if (other != position && isHome(other, moved)) {
                return other;
            }
        }
        return 0;
    }

    private boolean isHome(long position, byte[] moved) throws IOException, Verdict {
        ByteBuffer.wrap(moved).putLong(Entry.POSITION, position);
        return leaves.sealed(position, moved, moved.length);
    }
}
