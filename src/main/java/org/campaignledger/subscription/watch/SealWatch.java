package org.campaignledger.subscription.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.audit.SignedNote;
import org.campaignledger.subscription.model.AnAlertIsToldOnceUntilItRecovers;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.model.Terms;
import org.campaignledger.subscription.store.Crossings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells when the published log falls behind the ledger. */
@Component
class SealWatch implements Watch {

    private static final long WHOLE = 100;
    /** The refusal of a log that its witnesses have never cosigned. */
    private static final String NOTHING_PUBLISHED = "no-quorum-yet";
    private static final String CHECKPOINT = "/log/checkpoint";
    private static final String SUBJECT = "seal";

    private final Crossings crossings;
    private final JsonMapper json;
    private final InstantSource clock = InstantSource.system();

    SealWatch(Crossings crossings, JsonMapper json) {
        this.crossings = crossings;
        this.json = json;
    }

    @Override
    public Kind kind() {
        return Kind.SEAL_BACKLOG;
    }

    @Override
    public void look(Looking looking) {
        // The log first: what is committed in between makes it look behind by that, never ahead.
        long sealed = sealed(looking);
        long head = Optional.ofNullable(looking.ask("/api/v1/campaigns").position()).orElse(0L);
        settle(looking, sealed, head);
    }

    /** How far the log goes. Only where nothing was ever published it is empty: not to know is no backlog. */
    private static long sealed(Looking looking) {
        ContractAnswer checkpoint = looking.contract().ask(CHECKPOINT);
        if (checkpoint.code().equals(NOTHING_PUBLISHED)) {
            return 0;
        }
        return Optional.of(checkpoint).filter(ContractAnswer::isGranted).map(answer -> answer.body().asString(""))
                .flatMap(SignedNote::of).map(SignedNote::size)
                .orElseThrow(() -> new Looking.NotAnswered(CHECKPOINT, checkpoint));
    }

    void settle(Looking looking, long sealed, long head) {
        Terms terms = looking.subscription().terms();
        long backlog = Math.max(0, head - sealed);
        long seconds = backlog == 0 || terms.seconds() == null ? 0 : waitingSeconds(looking, sealed + 1);
        boolean over = reaches(backlog, terms.positions(), WHOLE) || reaches(seconds, terms.seconds(), WHOLE);
        boolean recovered = !reaches(backlog, terms.positions(), AnAlertIsToldOnceUntilItRecovers.RECOVERED)
                && !reaches(seconds, terms.seconds(),
                        AnAlertIsToldOnceUntilItRecovers.RECOVERED);
        crossings.settle(looking.subscription(), over ? List.of(SUBJECT) : List.of(), recovered
                ? Set.of(SUBJECT)
                : Set.of(), told -> {
                    ObjectNode content = json.createObjectNode().put("sealed", sealed).put("head", head)
                            .put("backlog", backlog);
                    return terms.seconds() == null ? content : content.put("seconds", seconds);
                }, head, clock.instant());
    }

    private static boolean reaches(long value, @Nullable Long threshold, long percent) {
        return threshold != null && value * WHOLE >= threshold * percent && value > 0;
    }

    /**
     * For how long the first event that is not in the log has been in the ledger.
     *
     * @throws Looking.NotAnswered nobody says so just now: that is no recovery
     */
    private static long waitingSeconds(Looking looking, long position) {
        Instant recorded = Instant.parse(looking.get("/api/v1/trail/" + position).path("recordedAt").asString(""));
        return Math.max(0, Duration.between(recorded, looking.now()).toSeconds());
    }
}
