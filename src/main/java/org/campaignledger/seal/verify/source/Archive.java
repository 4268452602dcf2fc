package org.campaignledger.seal.verify.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.tree.Merkle;
import org.campaignledger.seal.verify.tree.Tile;

/** An archive on disk, read where it lies: nothing of it is ever written anywhere. */
public final class Archive implements Source {

    /** The most that a small entry may hold. */
    private static final int SMALL = 16 << 20;

    private final ZipFile zip;

    /**
     * Opens an archive.
     *
     * @throws NotChecked it is not there, or no ZIP file, or one cut short
     */
    public Archive(Path path) throws NotChecked {
        try {
            DirectoryOfZip.check(path);
            zip = new ZipFile(path.toFile());
        } catch (IOException failure) {
            throw new NotChecked(path + " is not an archive that can be read: " + failure.getMessage());
        }
    }

    /** The names of its entries, as they stand in its directory. */
    public List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    /** How many entries it has. */
    public int count() {
        return zip.size();
    }

    /** Whether there is an entry of this name. */
    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The name of the entry that begins with this position. */
    public static String eventsName(long first) {
        return String.format(Locale.ROOT, "events/%010d.ndjson", first);
    }

    /**
     * An entry, as it comes.
     *
     * @throws Wrong there is none of this name
     */
    public InputStream open(String name) throws IOException, Verdict {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Wrong("entry " + name, Fault.MISSING, "the archive has no such entry");
        }
        return zip.getInputStream(entry);
    }

    /** An entry, whole. */
    public byte[] read(String name, int most) throws IOException, Verdict {
        try (InputStream in = open(name)) {
            return Source.bounded(in, most, "entry " + name);
        } catch (ZipException | EOFException damaged) {
            throw new Wrong("entry " + name, Fault.CHANGED, "it cannot be unpacked: " + damaged.getMessage());
        }
    }

    @Override
    public byte[] checkpoint() throws IOException, Verdict {
        return read("checkpoint", Note.MAX_BYTES);
    }

    @Override
    public byte[] keys() throws IOException, Verdict {
        return read("keys", Note.MAX_BYTES);
    }

    @Override
    public byte[] witnesses() throws IOException, Verdict {
        return read("witnesses", Note.MAX_BYTES);
    }

    @Override
    public byte[] certificate(long position) throws IOException, Verdict {
        return read("certificate", Note.MAX_BYTES);
    }

    @Override
    public byte[] tile(Tile tile) throws IOException, Verdict {
        int bytes = tile.width() * Merkle.HASH;
        byte[] tiles = read(tile.path(), Tile.FULL * Merkle.HASH);
        if (tiles.length != bytes) {
            throw new Wrong(tile.path(), Fault.TREE, "the tile has " + tiles.length + " bytes, not " + bytes);
        }
        return tiles;
    }

    @Override
    public InputStream events(long first, long last) throws IOException, Verdict {
        return open(eventsName(first));
    }

    @Override
    public byte[] progress(String campaign, long position) throws IOException, Verdict {
        return read("progress/" + campaign + ".json", SMALL);
    }

    /** A campaign's definition, as opened. */
    public byte[] definition(String campaign) throws IOException, Verdict {
        return read("campaigns/" + campaign + ".json", SMALL);
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public boolean isDamage(IOException failure) {
        return failure instanceof ZipException || failure instanceof EOFException;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
