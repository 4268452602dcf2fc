package org.campaignledger.judging.write;

import java.util.Optional;

import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.Refused;

/** What is possible at which stage of a judging. */
final class JudgingStages {

    private JudgingStages() {}

    /**
     * Passes before a judging was opened for the first time.
     *
     * @throws Refused 409 {@code judging-already-open}
     */
    static void mustNotHaveBegun(Judging judging) {
        if (judging.stage() != Judging.Stage.NOT_OPENED) {
            throw Refused.conflict("judging-already-open", null);
        }
    }

    /**
     * Passes while scores are taken.
     *
     * @throws Refused 409 {@code judging-not-open}, {@code scoring-ended} or {@code judging-closed}
     */
    static void mustBeScoring(Judging judging) {
        refusal(judging).ifPresent(refused -> {
            throw refused;
        });
    }

    private static Optional<Refused> refusal(Judging judging) {
        return switch (judging.stage()) {
            case NOT_OPENED -> Optional.of(Refused.conflict("judging-not-open", null));
            case OPEN -> Optional.empty();
            case ENDED -> Optional.of(Refused.conflict("scoring-ended", null));
            case CLOSED -> Optional.of(Refused.conflict("judging-closed", null));
        };
    }

    /**
     * Passes as long as juries may change: before and while scores are taken.
     *
     * @throws Refused 409 {@code scoring-ended} or {@code judging-closed}
     */
    static void mustNotHaveEnded(Judging judging) {
        if (judging.stage() != Judging.Stage.NOT_OPENED) {
            mustBeScoring(judging);
        }
    }

    /**
     * Passes where scores stand still and there is no ranking yet.
     *
     * @throws Refused 409 {@code judging-not-open} or {@code judging-closed}
     */
    static void mustHaveEnded(Judging judging) {
        switch (judging.stage()) {
            case NOT_OPENED, OPEN -> throw Refused.conflict("judging-not-open", null);
            case CLOSED -> throw Refused.conflict("judging-closed", null);
            case ENDED -> {
                // As it must be.
            }
        }
    }
}
