package org.campaignledger.seal.verify.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
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
     * Holds each attachment against the digest that names it.
     *
     * @return how many there are
     * @throws Wrong one of them is another
     */
    public int checkAttachments() throws IOException, Verdict {
        List<String> names = archive.names().stream().filter(name -> name.startsWith(ATTACHMENTS)).toList();
        for (String name : names) {
            if (!digest(name).equals(name.substring(ATTACHMENTS.length()))) {
                throw new Wrong("entry " + name, Fault.CHANGED, "its bytes are not those of this digest");
            }
        }
        return names.size();
    }

    private String digest(String name) throws IOException, Verdict {
        MessageDigest digest = Merkle.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = archive.open(name)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (ZipException | EOFException damaged) {
            throw new Wrong("entry " + name, Fault.CHANGED, "it cannot be unpacked: " + damaged.getMessage());
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
