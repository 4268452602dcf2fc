package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.Locale;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;

/** One thing that someone tries, told so that it can be tried again after any others. */
sealed interface Step permits Step.Recording, Step.Phase, Step.OpenPart, Step.Close, CorrectionStep {

    /** Tried at the door. */
    Answer play(Ledger ledger, Memory memory);

    /** Who tries it. */
    String account();

    /** The kinds of record, named as their registers. */
    enum Kind {

        MOBILIZATIONS, PROPAGANDISTS, EVENTS, REACH_REPORTS;

        /** Path name of the register. */
        String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Something is recorded; amended, it is as if it had been recorded otherwise. */
    sealed interface Recording extends Step {

        /** The register in which it stands. */
        Kind kind();

        /** Of which unit or sub-unit. */
        String unit();

        /** Its business date. */
        LocalDate day();

        /** Sent to the door. */
        Answer send(Ledger ledger, Memory memory);

        @Override
        default Answer play(Ledger ledger, Memory memory) {
            Answer answer = send(ledger, memory);
            if (answer.status() == 201) {
                memory.recorded(kind(), answer.id());
            }
            return answer;
        }
    }

    /** A grass-roots union. */
    record Mobilize(String account, String unit, String name, @Nullable String code,
            LocalDate day) implements Recording {

        @Override
        public Kind kind() {
            return Kind.MOBILIZATIONS;
        }

        @Override
        public Answer send(Ledger ledger, Memory memory) {
            Form form = Forms.union(name).with("unit", unit);
            return ledger.as(account).mobilizes(code == null ? form : form.code(code)).on(day.toString());
        }
    }

    /** A propagandist. */
    record Recruit(String account, String unit, String name, @Nullable String phone, @Nullable String idNumber,
            LocalDate day) implements Recording {

        @Override
        public Kind kind() {
            return Kind.PROPAGANDISTS;
        }

        @Override
        public Answer send(Ledger ledger, Memory memory) {
            Form form = Forms.person(name).with("unit", unit);
            form = phone == null ? form : form.phone(phone);
            return ledger.as(account).recruits(idNumber == null ? form : form.idNumber(idNumber)).on(day.toString());
        }
    }

    /** An event, perhaps said to be another than the first of its likeness. */
    record Hold(String account, String unit, String title, long contacts, boolean distinct,
            LocalDate day) implements Recording {

        @Override
        public Kind kind() {
            return Kind.EVENTS;
        }

        String likeness() {
            return unit + "/" + title + "/" + day;
        }

        @Override
        public Answer send(Ledger ledger, Memory memory) {
            Form form = Forms.offlineEvent(title).meeting(contacts).with("unit", unit);
            if (distinct) {
                form = form.distinctFrom(memory.firstLike(likeness()));
            }
            Answer answer = ledger.as(account).holds(form).on(day.toString());
            if (answer.status() == 201) {
                memory.heldFirst(likeness(), answer.id());
            }
            return answer;
        }
    }

    /** Reach. */
    record Report(String account, String unit, String channel, LocalDate from, LocalDate to, long direct,
            long secondary) implements Recording {

        @Override
        public LocalDate day() {
            return to;
        }

        @Override
        public Kind kind() {
            return Kind.REACH_REPORTS;
        }

        @Override
        public Answer send(Ledger ledger, Memory memory) {
            return ledger.as(account).reports(Forms.reach(channel, direct).andOnward(secondary).with("unit", unit))
                    .between(from.toString(), to.toString());
        }
    }

    /** Opening, closing or extending a phase. */
    record Phase(String account, String phase, Change change, LocalDate until) implements Step {

        /** What is done to it. */
        enum Change {
            OPEN, CLOSE, EXTEND
        }

        @Override
        public Answer play(Ledger ledger, Memory memory) {
            return switch (change) {
                case OPEN -> ledger.as(account).opens(phase);
                case CLOSE -> ledger.as(account).closes(phase);
                case EXTEND -> ledger.as(account).extendsPhase(phase, until.toString());
            };
        }
    }

    /** A sub-unit. */
    record OpenPart(String account, String unit, String code) implements Step {

        @Override
        public Answer play(Ledger ledger, Memory memory) {
            return ledger.as(account).opensSubUnit(unit, code, "某市");
        }
    }

    /** The end of the campaign. */
    record Close(String account) implements Step {

        @Override
        public Answer play(Ledger ledger, Memory memory) {
            return ledger.as(account).closesTheCampaign();
        }
    }
}
