package org.campaignledger.seal.verify.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Archive;
import org.campaignledger.seal.verify.source.Source;
import org.campaignledger.seal.verify.tree.Tile;

/** Holds the names of an archive's entries against those that it must have: no other, none missing, none twice. */
public final class ArchiveNames {

    private static final List<String> ALWAYS = List.of("manifest.json", "checkpoint", "checkpoints", "keys",
            "witnesses", "certificate");
    private static final Pattern ATTACHMENT = Pattern.compile("attachments/[0-9a-f]{64}");
    private static final Pattern CAMPAIGN = Pattern.compile("(campaigns|progress)/[^/]+\\.json");

    private final Archive archive;

    /** The names of an archive. */
    public ArchiveNames(Archive archive) {
        this.archive = archive;
    }

    /**
     * Checks all but the names of campaigns.
     *
     * @param size of the checkpoint
     * @throws Wrong a name is missing, or not to be expected
     */
    public void check(long size) throws Wrong {
        for (String name : ALWAYS) {
            mustHave(name);
        }
        for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
            for (long index = 0; index < Tile.tilesAt(level, size); index++) {
                mustHave(Tile.of(level, index, size).path());
            }
        }
        for (long first = 1; first <= size; first += Source.STRETCH) {
            if (!archive.has(Archive.eventsName(first))) {
                throw new Wrong("position " + first, Fault.MISSING,
                        "the archive has no entry " + Archive.eventsName(first));
            }
        }
        noOthers(size);
    }

    private void mustHave(String name) throws Wrong {
        if (!archive.has(name)) {
            throw missing(name);
        }
    }

    private static Wrong missing(String name) {
        return new Wrong("entry " + name, Fault.MISSING, "the archive has no such entry");
    }

    private void noOthers(long size) throws Wrong {
        Set<String> seen = new HashSet<>();
        long counted = 0;
        for (String name : archive.names()) {
            if (!seen.add(name)) {
                throw new Wrong("entry " + told(name), Fault.INSERTED, "the archive has two entries of this name");
            }
            boolean counts = name.startsWith("tile/") || name.startsWith("events/");
            counted += counts ? 1 : 0;
            if (!counts && !isKnown(name)) {
                throw unexpected(name);
            }
        }
        if (counted != Tile.count(size) + stretches(size)) {
            throw unexpected(strange(size));
        }
    }

    private static boolean isKnown(String name) {
        return ALWAYS.contains(name) || ATTACHMENT.matcher(name).matches() || CAMPAIGN.matcher(name).matches();
    }

    private static long stretches(long size) {
        return (size + Source.STRETCH - 1) / Source.STRETCH;
    }

    /** A tile or stretch that a tree of this size does not have. */
    private String strange(long size) {
        Set<String> expected = new HashSet<>();
        for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
            for (long index = 0; index < Tile.tilesAt(level, size); index++) {
                expected.add(Tile.of(level, index, size).path());
            }
        }
        for (long first = 1; first <= size; first += Source.STRETCH) {
            expected.add(Archive.eventsName(first));
        }
        return archive.names().stream()
                .filter(name -> (name.startsWith("tile/") || name.startsWith("events/")) && !expected.contains(name))
                .findFirst().orElse("?");
    }

    private static Wrong unexpected(String name) {
        return new Wrong("entry " + told(name), Fault.INSERTED, "an archive of a ledger has no such entry here");
    }

    /** A name as it may be printed. */
    private static String told(String name) {
        String plain = name.replaceAll("\\p{C}", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    /**
     * Checks that there are files for these campaigns, and for no others.
     *
     * @throws Wrong there are others, or one is missing
     */
    public void checkCampaigns(Set<String> campaigns) throws Wrong {
        Set<String> expected = new HashSet<>();
        for (String campaign : campaigns) {
            expected.add("campaigns/" + campaign + ".json");
            expected.add("progress/" + campaign + ".json");
        }
        for (String name : expected.stream().sorted().toList()) {
            mustHave(name);
        }
        for (String name : archive.names()) {
            if (CAMPAIGN.matcher(name).matches() && !expected.contains(name)) {
                throw unexpected(name);
            }
        }
    }
}
