package org.campaignledger.platform.eventstore;

import java.util.UUID;

import org.campaignledger.kernel.Claim;

/** Why an append was not written, or why nobody can say whether it was. */
public abstract sealed class AppendFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AppendFailure(String message, boolean withTrace) {
        super(message, null, false, withTrace);
    }

    /** The aggregate has moved on: nothing was written; decide again from a fresh load. */
    public static final class Conflict extends AppendFailure {

        private static final long serialVersionUID = 1L;

        /** Names the aggregate, the sequence that was expected to be free, and the one that is. */
        public Conflict(String aggregateId, long expected, long actual) {
            this("aggregate " + aggregateId + " stands at " + (actual - 1) + ", not at " + (expected - 1));
        }

        /** Says it in words, as another instance did. */
        public Conflict(String message) {
            super(message, false);
        }
    }

    /** A condition no longer holds: nothing was written; decide again with fresh rules. */
    public static final class ConditionFailed extends AppendFailure {

        private static final long serialVersionUID = 1L;
        private final String aggregateId;

        /** Names the aggregate that was relied upon and the sequence at which it stands now. */
        public ConditionFailed(String aggregateId, long expected, long actual) {
            this(aggregateId,
                    "aggregate " + aggregateId + " was relied on at " + expected + " and stands at " + actual);
        }

        /** Names the aggregate that was relied upon, and says the rest in words, as another instance did. */
        public ConditionFailed(String aggregateId, String message) {
            super(message, false);
            this.aggregateId = aggregateId;
        }

        /** The aggregate that has moved on. */
        public String aggregateId() {
            return aggregateId;
        }
    }

    /** A natural key is held by another record: nothing was written. */
    public static final class ClaimTaken extends AppendFailure {

        private static final long serialVersionUID = 1L;
        private final transient Claim claim;
        private final transient ClaimHolder holder;

        /** Names the claim and its holder. */
        public ClaimTaken(Claim claim, ClaimHolder holder) {
            super("claim of kind " + claim.kind() + " is held by " + holder.recordId(), false);
            this.claim = claim;
            this.holder = holder;
        }

        /** What was claimed. */
        public Claim claim() {
            return claim;
        }

        /** Who holds it. */
        public ClaimHolder holder() {
            return holder;
        }
    }

    /** The idempotency key was answered before: nothing was written now, and that answer is to be given again. */
    public static final class AlreadyAnswered extends AppendFailure {

        private static final long serialVersionUID = 1L;
        private final transient IdempotentAnswer answer;

        /** Carries the first answer. */
        public AlreadyAnswered(IdempotentAnswer answer) {
            super("answered before at position " + answer.position(), false);
            this.answer = answer;
        }

        /** The first answer. */
        public IdempotentAnswer answer() {
            return answer;
        }
    }

    /** The store can't take it just now; nothing was written. */
    public static final class Unavailable extends AppendFailure {

        private static final long serialVersionUID = 1L;

        /** Says why. */
        public Unavailable(String why) {
            super(why, false);
        }
    }

    /** The connection was lost at the commit and the event could not be looked up: it may be written or not. */
    public static final class OutcomeUnknown extends AppendFailure {

        private static final long serialVersionUID = 1L;
        private final UUID firstEventId;

        /** Names the first event, or the command behind it, by which the outcome can be found out later. */
        public OutcomeUnknown(UUID firstEventId) {
            super("it is unknown whether event " + firstEventId + " was written", false);
            this.firstEventId = firstEventId;
        }

        /** The first event, or the command behind it. */
        public UUID firstEventId() {
            return firstEventId;
        }
    }

    /** The append itself is wrong (too large, a side write that failed): nothing was written, and never will be. */
    public static final class Rejected extends AppendFailure {

        private static final long serialVersionUID = 1L;
        private final boolean tooLarge;

        private Rejected(String why, boolean tooLarge) {
            super(why, true);
            this.tooLarge = tooLarge;
        }

        /** Says why. */
        public Rejected(String why) {
            this(why, false);
        }

        /** An event is longer than {@link LedgerStore#MAX_EVENT_BYTES}. */
        public static Rejected tooLarge() {
            return new Rejected("an event of more than " + LedgerStore.MAX_EVENT_BYTES + " bytes", true);
        }

        /** Whether an event is too long, which its sender can mend. */
        public boolean isTooLarge() {
            return tooLarge;
        }
    }
}
