package org.campaignledger.seal.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.DurableFile;
import org.campaignledger.seal.verify.tree.TileTree;
import org.jspecify.annotations.Nullable;

/** The checkpoint that was verified last, kept in a file: a log that goes back on it is found out. */
final class LastSeen {

    private static final String WHERE = "checkpoint";

    private final @Nullable Path file;
    private final @Nullable Checkpoint last;

    LastSeen(@Nullable Path file) throws IOException, NotChecked {
        this.file = file;
        this.last = file != null && Files.exists(file) ? Checkpoint.of(Files.readAllBytes(file)) : null;
    }

    /** Refuses a checkpoint that is older, or of the same size and another root. */
    void checkSize(Checkpoint now) throws Verdict {
        if (last == null) {
            return;
        }
        if (!last.origin().equals(now.origin())) {
            throw new NotChecked(file + " remembers another log: " + last.origin());
        }
        if (now.size() < last.size()) {
            throw new Wrong(WHERE, Fault.ROLLED_BACK, "it is of " + now.size() + ", but one of " + last.size()
                    + " was seen before", last.toString(), now.toString());
        }
        if (now.size() == last.size() && !Arrays.equals(now.root(), last.root())) {
            throw forked(last, now);
        }
    }

    /** Refuses a tree of which the one that was seen is not the beginning. */
    void checkTree(Checkpoint now, TileTree tree) throws IOException, Verdict {
        if (last != null && !Arrays.equals(tree.root(last.size()), last.root())) {
            throw forked(last, now);
        }
    }

    private static Wrong forked(Checkpoint last, Checkpoint now) {
        return new Wrong(WHERE, Fault.FORKED, "its tree of " + now.size() + " does not begin with that of " + last
                .size()
                + " which was seen before", last.toString(), now.toString());
    }

    /** Keeps a checkpoint that was verified. */
    void keep(Checkpoint now) throws IOException {
        if (file != null) {
            DurableFile.replace(file, now.note().toBytes());
        }
    }
}
