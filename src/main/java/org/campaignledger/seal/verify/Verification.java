package org.campaignledger.seal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.seal.verify.archive.ArchiveNames;
import org.campaignledger.seal.verify.archive.Enclosures;
import org.campaignledger.seal.verify.archive.History;
import org.campaignledger.seal.verify.archive.Manifest;
import org.campaignledger.seal.verify.event.Attached;
import org.campaignledger.seal.verify.event.BundlesCheck;
import org.campaignledger.seal.verify.event.EventsCheck;
import org.campaignledger.seal.verify.event.PublishedPostings;
import org.campaignledger.seal.verify.event.ServedAttachments;
import org.campaignledger.seal.verify.event.Ticker;
import org.campaignledger.seal.verify.event.TreeCheck;
import org.campaignledger.seal.verify.figure.Certificate;
import org.campaignledger.seal.verify.figure.Fold;
import org.campaignledger.seal.verify.figure.ProgressCheck;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.source.Archive;
import org.campaignledger.seal.verify.source.Service;
import org.campaignledger.seal.verify.source.Source;
import org.campaignledger.seal.verify.tree.TileTree;
import org.jspecify.annotations.Nullable;

/** Verifies a sealed log, whole: ends with what holds, or with the first thing that does not. */
public final class Verification {

    private final Source source;
    private final Ticker ticker;
    private final SignedCheckpoint signed;
    private final Checkpoint checkpoint;
    private final LastSeen lastSeen;
    private final List<String> remarks = new ArrayList<>();
    private Attached attached = new Attached();

    private Verification(Source source, Policy policy, Ticker ticker) throws IOException, Verdict {
        this.source = source;
        this.ticker = ticker;
        lastSeen = new LastSeen(policy.lastSeen());
        signed = new SignedCheckpoint(source, policy);
        checkpoint = signed.checkpoint();
        lastSeen.checkSize(checkpoint);
        remarks.add(policy.keys().isEmpty()
                ? "the log's key is the one that it tells itself: pin it with --key " + signed.keys().getFirst()
                : "signed by the key that was pinned");
    }

    /**
     * Verifies a service.
     *
     * @param withEvents whether to make all entries again from the events, for which an account is needed
     * @return what holds, in lines
     * @throws Verdict it does not, or could not be checked
     */
    public static List<String> of(Service service, boolean withEvents, Policy policy, Ticker ticker)
            throws IOException, Verdict {
        Verification verification = new Verification(service, policy, ticker);
        TileTree tree = verification.tree();
        new BundlesCheck(service, tree, verification.checkpoint.size(), ticker).run();
        if (withEvents) {
            Fold fold = verification.events(tree, service::postings);
            verification.attached(new ServedAttachments(service, ticker)::check);
            verification.figures(fold);
            verification.explained(service, fold);
        } else {
            Certificate.signed(service.certificate(verification.checkpoint.size()), verification.checkpoint,
                    verification.signed.keys());
            verification.remarks.add("payloads and figures were not looked at: that needs an account (--user)");
        }
        return verification.holds();
    }

    /**
     * Verifies an archive.
     *
     * @return what holds, in lines
     * @throws Verdict it does not, or could not be checked
     */
    public static List<String> of(Archive archive, Policy policy, Ticker ticker) throws IOException, Verdict {
        Manifest manifest = new Manifest(archive);
        Verification verification = new Verification(archive, policy, ticker);
        manifest.check(verification.checkpoint);
        ArchiveNames names = new ArchiveNames(archive);
        names.check(verification.checkpoint.size());
        TileTree tree = verification.tree();
        int kept = new History(verification.checkpoint, tree, verification.signed.keysOfThePast()).check(archive);
        verification.remarks.add(kept + " earlier checkpoints lead to this one");
        Fold fold = verification.events(tree, null);
        verification.possible(fold);
        names.checkCampaigns(fold.definitions().keySet());
        Enclosures enclosures = new Enclosures(archive);
        enclosures.checkDefinitions(fold);
        verification.attached(attached -> enclosures.checkAttachments(attached, fold.unknownTypes()));
        verification.figures(fold);
        return verification.holds();
    }

    private TileTree tree() throws IOException, Verdict {
        TileTree tree = new TreeCheck(source, ticker).run(checkpoint);
        lastSeen.checkTree(checkpoint, tree);
        return tree;
    }

    private Fold events(TileTree tree, @Nullable PublishedPostings published) throws IOException, Verdict {
        EventsCheck check = new EventsCheck(source, tree, checkpoint.size(), ticker, published);
        Fold fold = check.run();
        attached = check.attached();
        remarks.add("every event is the one that was sealed");
        if (published != null) {
            remarks.add("every published posting is one that its event makes, and none is missing"
                    + (fold.unknownTypes().isEmpty() ? "" : ", of the types of events that are known here"));
        }
        return fold;
    }

    /** Looks at attachments, where what events name is clear. */
    private interface Look {

        void at(Attached attached) throws IOException, Verdict;
    }

    private void attached(Look look) throws IOException, Verdict {
        String obstacle = attached.obstacle();
        if (obstacle != null) {
            throw new NotChecked("the events are those that were sealed, but it is not clear what they name: "
                    + obstacle);
        }
        look.at(attached);
        remarks.add("the " + attached.firstNamed().size() + " attachments that events name are those of their digests");
    }

    private void possible(Fold fold) throws NotChecked {
        String obstacle = fold.obstacle();
        if (obstacle != null) {
            throw new NotChecked("the events are those that were sealed, but no figures can be made of them: "
                    + obstacle);
        }
    }

    private void figures(Fold fold) throws IOException, Verdict {
        possible(fold);
        for (String campaign : fold.definitions().keySet().stream().sorted().toList()) {
            new ProgressCheck(fold, campaign, checkpoint.size()).check(source.progress(campaign, checkpoint.size()));
        }
        Certificate.check(source.certificate(checkpoint.size()), checkpoint, signed.keys(), fold);
        remarks.add("the figures of " + fold.definitions().size()
                + " campaigns and the replay certificate are the fold of the events");
        if (!fold.unknownTypes().isEmpty()) {
            remarks.add("types that are not known here were taken to post nothing: "
                    + String.join(", ", fold.unknownTypes().stream().sorted().toList()));
        }
    }

    private void explained(Service service, Fold fold) throws IOException, Verdict {
        for (String campaign : fold.definitions().keySet().stream().sorted().toList()) {
            ProgressCheck check = new ProgressCheck(fold, campaign, checkpoint.size());
            for (String metric : check.metrics()) {
                check.checkExplained(metric, service.explanation(campaign, metric, checkpoint.size()));
            }
        }
    }

    private List<String> holds() throws IOException, Verdict {
        remarks.add(signed.cosigned());
        lastSeen.keep(checkpoint);
        List<String> lines = new ArrayList<>();
        lines.add("HOLDS size " + checkpoint.size() + " root " + checkpoint.rootText() + " origin "
                + checkpoint.origin());
        lines.addAll(remarks);
        return lines;
    }
}
