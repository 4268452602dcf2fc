package org.campaignledger.seal.verify.archive;

import java.io.IOException;
import org.campaignledger.seal.verify.event.Json;
import org.campaignledger.seal.verify.event.Malformed;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Archive;
import tools.jackson.databind.JsonNode;

/** An archive's manifest: not signed, but it must say what the checkpoint says. */
public final class Manifest {

    private static final String FORM = "campaign-ledger-archive/v1";
    private static final int MOST = 1 << 16;

    private final JsonNode manifest;

    /**
     * The manifest of an archive.
     *
     * @throws Verdict it has none, or one of another form
     */
    public Manifest(Archive archive) throws IOException, Verdict {
        if (!archive.has("manifest.json")) {
            throw new NotChecked("it is no archive of a ledger: it has no manifest.json");
        }
        try {
            manifest = Json.tree(archive.read("manifest.json", MOST));
        } catch (Malformed malformed) {
            throw new NotChecked("its manifest.json is not JSON: " + malformed.getMessage());
        }
        if (!text("format").equals(FORM)) {
            throw new NotChecked("its format is \"" + text("format") + "\", not " + FORM);
        }
    }

    private String text(String name) {
        return manifest.path(name).asString("");
    }

    /**
     * Holds it against the checkpoint.
     *
     * @throws Wrong it says something else
     */
    public void check(Checkpoint checkpoint) throws Wrong {
        long position = manifest.path("position").asLong(-1);
        if (checkpoint.size() < position) {
            throw new Wrong("checkpoint", Fault.ROLLED_BACK, "the archive was made at position " + position
                    + ", its checkpoint is of " + checkpoint.size(), checkpoint.toString());
        }
        if (position != checkpoint.size() || !text("root").equals(checkpoint.rootText())
                || !text("origin").equals(checkpoint.origin())) {
            throw new Wrong("entry manifest.json", Fault.CHANGED, "it says something else than the checkpoint");
        }
    }
}
