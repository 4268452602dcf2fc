package org.campaignledger.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;

/** Something is to be corrected, or somebody decides on it. Records and corrections are named by number. */
sealed interface CorrectionStep extends Step {

    /** Something is asked for; what was seen of it then is remembered. */
    sealed interface Asking extends CorrectionStep {

        /** Sent to the door. */
        Answer send(Ledger ledger, Memory memory);

        @Override
        default Answer play(Ledger ledger, Memory memory) {
            Answer answer = send(ledger, memory);
            if (answer.status() < 300) {
                memory.asked(new Memory.Asked(answer.id(), ledger.asAdmin().reviews(answer).at("/reviewedVersion")
                        .longValue()));
            }
            return answer;
        }
    }

    /** A record of a kind is to be corrected. */
    sealed interface OfARecord extends Asking {

        /** Its kind. */
        Kind kind();

        /** Which of them. */
        int number();

        /** The body, but for the record and the reason. */
        Form form(Memory memory);

        @Override
        default Answer send(Ledger ledger, Memory memory) {
            return ledger.as(account()).posts("/api/v1/corrections", form(memory).with("recordId", memory.record(kind(),
                    number())).with("reasonCode", "other").with("reason", "核对时发现"));
        }
    }

    /** It is to be taken back. */
    record Reverse(String account, Kind kind, int number) implements OfARecord {

        @Override
        public Form form(Memory memory) {
            return new Form().with("action", "REVERSE");
        }
    }

    /** Fields of it are to be changed. */
    record Amend(String account, Kind kind, int number,
            Map<String, @Nullable Object> changes) implements OfARecord {

        @Override
        public Form form(Memory memory) {
            return new Form().with("action", "AMEND").with("changes", changes);
        }
    }

    /** It is the same as another of its kind. */
    record Merge(String account, Kind kind, int number, int into) implements OfARecord {

        @Override
        public Form form(Memory memory) {
            return new Form().with("action", "MERGE").with("into", memory.record(kind, into));
        }
    }

    private static List<Map<String, Object>> listed(Map<String, Long> shares) {
        return shares.entrySet().stream().map(share -> Map.<String, Object>of("unit", share.getKey(), "events", share
                .getValue())).toList();
    }

    /** A target is to be another, with shares of it where it is allocated. */
    record ReviseTarget(String account, String metric, long target, Map<String, Long> shares) implements Asking {

        @Override
        public Answer send(Ledger ledger, Memory memory) {
            Desk desk = ledger.as(account);
            Form form = new Form().with("reason", "上级调整").with("target", target);
            return desk.posts(desk.path("targets/" + metric), shares.isEmpty()
                    ? form
                    : form.with("changes", listed(shares)));
        }
    }

    /** The target is to be shared otherwise. */
    record Reallocate(String account, Map<String, Long> shares) implements Asking {

        @Override
        public Answer send(Ledger ledger, Memory memory) {
            Desk desk = ledger.as(account);
            return desk.posts(desk.path("allocations"), new Form().with("reason", "上级调整").with("changes",
                    listed(shares)));
        }
    }

    /** Another number of contacts is to be the greatest plausible one. */
    record ReviseBounds(String account, long contactsPerEvent) implements Asking {

        @Override
        public Answer send(Ledger ledger, Memory memory) {
            Desk desk = ledger.as(account);
            return desk.posts(desk.path("bounds"), new Form().with("reason", "口径核定").with("contactsPerEvent",
                    contactsPerEvent));
        }
    }

    /** What somebody wants to become of a correction. */
    enum Verdict {

        /** Looked at just now. */
        APPROVE,
        /** Looked at when it was asked for. */
        APPROVE_AS_ASKED,
        /** Not looked at. */
        APPROVE_UNSEEN, REJECT, WITHDRAW;

        /** The path below the correction. */
        String path() {
            return this == REJECT || this == WITHDRAW ? name().toLowerCase(Locale.ROOT) : "approve";
        }
    }

    /** Somebody decides on one, counted from the latest. */
    record Decide(String account, int number, Verdict verdict) implements CorrectionStep {

        static final long UNSEEN = 99_999;

        @Override
        public Answer play(Ledger ledger, Memory memory) {
            Memory.Asked asked = memory.correction(number);
            String path = "/api/v1/corrections/" + (asked == null ? "no-such-correction" : asked.id());
            long version = switch (verdict) {
                case APPROVE -> asked == null
                        ? UNSEEN
                        : ledger.asAdmin().gets(path).isShown().at("/reviewedVersion").longValue();
                case APPROVE_AS_ASKED -> asked == null ? UNSEEN : asked.version();
                default -> UNSEEN;
            };
            Desk desk = Checkers.deskOf(account, ledger);
            return verdict == Verdict.WITHDRAW
                    ? desk.posts(path + "/withdraw")
                    : desk.posts(path + "/" + verdict.path(), new Form().with("reviewedVersion", version));
        }
    }
}
