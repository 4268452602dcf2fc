package org.campaignledger.seal.verify.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.tree.Merkle;
import org.campaignledger.seal.verify.tree.Tile;

/** A running service. */
public final class Service implements Source {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int MAX_ANSWER = 64 << 20;
    private static final int MAX_ATTACHMENT = 16 << 20;
    private static final int MAX_BUNDLE = 4 << 20;

    private final Door door;
    private final Door insideDoor;

    /**
     * A service.
     *
     * @param door       without account
     * @param insideDoor with one, where there is one; otherwise the same
     */
    public Service(Door door, Door insideDoor) {
        this.door = door;
        this.insideDoor = insideDoor;
    }

    @Override
    public byte[] checkpoint() throws IOException, Verdict {
        return door.body("/log/checkpoint", Note.MAX_BYTES);
    }

    /** The checkpoint of an earlier size, with the cosignatures that have come since. */
    public byte[] checkpoint(long size) throws IOException, Verdict {
        return door.body("/log/checkpoint?size=" + size, Note.MAX_BYTES);
    }

    @Override
    public byte[] keys() throws IOException, Verdict {
        return door.body("/log/key", Note.MAX_BYTES);
    }

    @Override
    public byte[] witnesses() throws IOException, Verdict {
        return door.body("/log/witnesses", Note.MAX_BYTES);
    }

    @Override
    public byte[] certificate(long position) throws IOException, Verdict {
        return door.body("/log/certificate?size=" + position, Note.MAX_BYTES);
    }

    @Override
    public byte[] tile(Tile tile) throws IOException, Verdict {
        int most = Tile.FULL * Merkle.HASH;
        Door.Answer answer = found("/log/" + tile.path(), "/log/" + tile.whole().path(), most);
        int bytes = tile.width() * Merkle.HASH;
        if (answer.status() == NOT_FOUND || answer.status() == GONE) {
            throw new Wrong(tile.path(), Fault.TREE, "the log does not serve this tile of the tree it has signed");
        }
        if (answer.status() != 200) {
            throw door.refused("/log/" + tile.path(), answer);
        }
        if (answer.body().length != bytes && answer.body().length != most) {
            throw new Wrong(tile.path(), Fault.TREE, "the tile has " + answer.body().length + " bytes, not " + bytes);
        }
        return Arrays.copyOf(answer.body(), bytes);
    }

    /** The bundle of the entries below a tile of level 0; empty where the log has none. */
    public byte[] bundle(Tile tile) throws IOException, Verdict {
        Door.Answer answer = found("/log/" + tile.entriesPath(), "/log/" + tile.whole().entriesPath(), MAX_BUNDLE);
        if (answer.status() == NOT_FOUND || answer.status() == GONE) {
            return new byte[0];
        }
        if (answer.status() != 200) {
            throw door.refused("/log/" + tile.entriesPath(), answer);
        }
        return answer.body();
    }

    /** A partial tile may be gone once the full one is there. */
    private Door.Answer found(String path, String whole, int most) throws IOException, NotChecked {
        Door.Answer answer = door.get(path, most);
        boolean gone = answer.status() == NOT_FOUND || answer.status() == GONE;
        return gone && !whole.equals(path) ? door.get(whole, most) : answer;
    }

    @Override
    public InputStream events(long first, long last) throws IOException, Verdict {
        return insideDoor.open("/api/v1/ledger/events?after=" + (first - 1) + "&to=" + last, Note.MAX_BYTES);
    }

    /** The lines of the postings of a stretch of events, as figures are explained by them. */
    public InputStream postings(long first, long last) throws IOException, Verdict {
        return insideDoor.open("/api/v1/ledger/postings?after=" + (first - 1) + "&to=" + last, Note.MAX_BYTES);
    }

    @Override
    public byte[] progress(String campaign, long position) throws IOException, Verdict {
        return insideDoor.body(campaignPath(campaign) + "?position=" + position, MAX_ANSWER);
    }

    /** The explanation of a national figure: its sum, and a page of what it is made of. */
    public byte[] explanation(String campaign, String metric, long position) throws IOException, Verdict {
        return insideDoor.body(campaignPath(campaign) + "/explain?metric=" + encoded(metric) + "&position=" + position
                + "&limit=1", MAX_ANSWER);
    }

    /**
     * An attachment, which the event at a position names.
     *
     * @throws Wrong the service has none of this digest, or says itself that it was changed
     */
    public byte[] attachment(String sha256, long position) throws IOException, Verdict {
        String path = "/api/v1/attachments/" + sha256;
        Door.Answer answer = insideDoor.get(path, MAX_ATTACHMENT);
        return switch (answer.status()) {
            case 200 -> answer.body();
            case NOT_FOUND, GONE -> throw Wrong.at(position, Fault.MISSING,
                    "the service does not have attachment " + sha256 + ", which the event names");
            case CONFLICT -> throw Wrong.at(position, Fault.CHANGED, "the service says itself that attachment " + sha256
                    + ", which the event names, was changed");
            default -> throw insideDoor.refused(path, answer);
        };
    }

    private static String campaignPath(String campaign) {
        return "/api/v1/campaigns/" + encoded(campaign) + "/progress";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public boolean isDamage(IOException failure) {
        return false;
    }

    @Override
    public void close() {
        door.close();
        insideDoor.close();
    }
}
