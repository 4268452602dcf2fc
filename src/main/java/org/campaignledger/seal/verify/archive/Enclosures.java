package org.campaignledger.seal.verify.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;
import org.campaignledger.seal.verify.event.Attached;
import org.campaignledger.seal.verify.event.Json;
import org.campaignledger.seal.verify.event.Malformed;
import org.campaignledger.seal.verify.figure.Fold;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Archive;
import org.campaignledger.seal.verify.tree.Merkle;

/** What an archive holds besides the log: attachments, each named by its digest, and definitions, as opened. */
public final class Enclosures {

    private static final String ATTACHMENTS = "attachments/";
    private static final int BUFFER = 1 << 16;

    private final Archive archive;

    /** Those of an archive. */
    public Enclosures(Archive archive) {
        this.archive = archive;
    }

    /**
     * Holds the attachments against what events name: each must be there, be what its name says, and be named.
     *
     * @param attached what events name
     * @param unknown  types of events that are not known here, and may name further ones
     * @throws Wrong one of them is missing, another, or named by no event
     */
    public void checkAttachments(Attached attached, Set<String> unknown) throws IOException, Verdict {
        for (Map.Entry<String, Long> named : attached.firstNamed().entrySet()) {
            String name = ATTACHMENTS + named.getKey();
            if (!archive.has(name)) {
                throw Wrong.at(named.getValue(), Fault.MISSING,
                        "the archive has no " + name + ", which the event names");
            }
            if (!digest(name, named.getValue()).equals(named.getKey())) {
                throw Wrong.at(named.getValue(), Fault.CHANGED,
                        "the bytes of " + name + ", which the event names, are not those of this digest");
            }
        }
        for (String name : archive.names()) {
            if (name.startsWith(ATTACHMENTS)
                    && !attached.firstNamed().containsKey(name.substring(ATTACHMENTS.length()))) {
                throw new Wrong("entry " + name, Fault.INSERTED, "no event names it" + told(unknown));
            }
        }
    }

    private static String told(Set<String> unknown) {
        Set<String> mayName = new TreeSet<>(unknown);
        mayName.removeAll(Attached.types()); // what these name is known, whatever they post
        return mayName.isEmpty()
                ? ""
                : "; events of types that are not known here may: " + String.join(", ", mayName);
    }

    private String digest(String name, long position) throws IOException, Verdict {
        MessageDigest digest = Merkle.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = archive.open(name)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (ZipException | EOFException damaged) {
            throw Wrong.at(position, Fault.CHANGED,
                    name + ", which the event names, cannot be unpacked: " + damaged.getMessage());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Holds each campaign's definition against the one in the event that opened it.
     *
     * @throws Wrong one of them is another
     */
    public void checkDefinitions(Fold fold) throws IOException, Verdict {
        for (var campaign : fold.definitions().entrySet()) {
            String name = "campaigns/" + campaign.getKey() + ".json";
            try {
                if (!Json.tree(archive.definition(campaign.getKey())).equals(campaign.getValue())) {
                    throw new Wrong("entry " + name, Fault.CHANGED, "it is not the definition as opened");
                }
            } catch (Malformed malformed) {
                throw new Wrong("entry " + name, Fault.CHANGED, "it is not JSON: " + malformed.getMessage());
            }
        }
    }
}
