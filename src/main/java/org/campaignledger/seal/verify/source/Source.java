package org.campaignledger.seal.verify.source;

import java.io.IOException;
import java.io.InputStream;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.tree.Tile;

/** A sealed log as it can be read: from a service, or from an archive. Used by several threads at once. */
public interface Source extends AutoCloseable {

    /** Events of a stretch that is read at once, and of an archive's entry. */
    int STRETCH = 10_000;

    /** The checkpoint to verify against. */
    byte[] checkpoint() throws IOException, Verdict;

    /** The log's keys, as it tells them itself. */
    byte[] keys() throws IOException, Verdict;

    /** The witnesses and their quorum, as the log tells them itself. */
    byte[] witnesses() throws IOException, Verdict;

    /** The replay certificate of a position. */
    byte[] certificate(long position) throws IOException, Verdict;

    /** A tile of the tree: 32 bytes for each of its hashes. */
    byte[] tile(Tile tile) throws IOException, Verdict;

    /** The lines of the events of a stretch. */
    InputStream events(long first, long last) throws IOException, Verdict;

    /** The published progress of a campaign. */
    byte[] progress(String campaign, long position) throws IOException, Verdict;

    /** Whether it may answer differently from one time to the next, so that what is read again is to be checked again. */
    boolean isLive();

    /** What a failure to read an event is: what it says, as it may be for what is wrong, or nothing but unlucky. */
    boolean isDamage(IOException failure);

    @Override
    void close() throws IOException;

    /**
     * All bytes of a stream that must not be long.
     *
     * @throws NotChecked it is
     */
    static byte[] bounded(InputStream in, int most, String what) throws IOException, NotChecked {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new NotChecked(what + " is longer than " + most + " bytes");
        }
        return bytes;
    }
}
