package org.campaignledger.seal.verify.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Archive;
import org.campaignledger.seal.verify.tree.TileTree;
import org.jspecify.annotations.Nullable;

/** The checkpoints that a log has kept: each must be signed, and its tree the beginning of the newest one's. */
public final class History {

    private static final String WHERE = "checkpoints";

    private final Checkpoint newest;
    private final TileTree tree;
    private final List<VerifierKey> keys;
    private long last;
    private int count;

    /**
     * A check.
     *
     * @param newest the checkpoint that was verified
     * @param tree   its tree
     * @param keys   of the log, older ones included
     */
    public History(Checkpoint newest, TileTree tree, List<VerifierKey> keys) {
        this.newest = newest;
        this.tree = tree;
        this.keys = keys;
    }

    /**
     * Reads all of them.
     *
     * @return how many there are
     * @throws Wrong one of them is not signed, or of another tree
     */
    public int check(Archive archive) throws IOException, Verdict {
        try (InputStream in = new BufferedInputStream(archive.open(WHERE))) {
            for (@Nullable
            byte[] note = next(in); note != null; note = next(in)) {
                check(checkpoint(note));
                count++;
            }
        } catch (ZipException | EOFException damaged) {
            throw new Wrong("entry checkpoints", Fault.CHANGED, "it cannot be unpacked: " + damaged.getMessage());
        }
        return count;
    }

    /** A note has one empty line in it, and one after it. */
    private static byte @Nullable [] next(InputStream in) throws IOException, Verdict {
        ByteArrayOutputStream note = new ByteArrayOutputStream();
        int gaps = 0;
        int before = '\n';
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n' && before == '\n' && ++gaps == 2) {
                return note.toByteArray();
            }
            note.write(c);
            before = c;
            if (note.size() > Note.MAX_BYTES) {
                throw new Wrong(WHERE, Fault.UNSIGNED, "there is something that is no checkpoint");
            }
        }
        return note.size() == 0 ? null : note.toByteArray();
    }

    private Checkpoint checkpoint(byte[] note) throws Wrong {
        try {
            return Checkpoint.of(note);
        } catch (NotChecked malformed) {
            throw new Wrong(WHERE, Fault.UNSIGNED, "number " + (count + 1) + " is " + malformed.getMessage());
        }
    }

    private void check(Checkpoint earlier) throws IOException, Verdict {
        String where = "checkpoint of " + earlier.size();
        if (!earlier.origin().equals(newest.origin()) || earlier.note().forged(keys)
                || earlier.note().signedBy(keys).isEmpty()) {
            throw new Wrong(where, Fault.UNSIGNED, "it bears no valid signature of the log", earlier.toString());
        }
        if (earlier.size() > newest.size()) {
            throw new Wrong("checkpoint", Fault.ROLLED_BACK, "the archive holds a checkpoint of " + earlier.size()
                    + " as well", newest.toString(), earlier.toString());
        }
        if (earlier.size() < last) {
            throw new Wrong(where, Fault.REORDERED, "it stands after one of " + last);
        }
        last = earlier.size();
        if (!Arrays.equals(tree.root(earlier.size()), earlier.root())) {
            throw new Wrong(where, Fault.FORKED, "its tree is not the beginning of the newest checkpoint's",
                    earlier.toString(), newest.toString());
        }
    }
}
