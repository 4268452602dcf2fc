package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;

import java.util.HashSet;
import java.util.Set;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.Onlooking;
import org.campaignledger.testing.Onlooking.Frame;
import org.junit.jupiter.api.Test;

/** The stream: the current state first, then changes, coalesced; whoever comes back gets the newest state. */
@AtTheDoor
class StreamTest {

    private final Ledger ledger;

    StreamTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
    }

    private static long contacts(Frame frame) {
        return frame.data().at("/targets/3/actual").longValue();
    }

    @Test
    void theCurrentStateComesFirstAndThenTheChange() {
        long before = ledger.as("fj").holds(anEvent().meeting(5)).on("2019-06-01").isRecorded().position();
        try (Onlooking stream = ledger.asNobody().looksOn("?waitFor=" + before)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(Long.parseLong(stream.header("Ledger-Position"))).isGreaterThanOrEqualTo(before);
            Frame first = stream.next();
            assertThat(first.event()).isEqualTo("progress");
            assertThat(first.id()).isGreaterThanOrEqualTo(before);
            assertThat(contacts(first)).isEqualTo(5);
            long after = ledger.as("fj").holds(anEvent().meeting(6)).on("2019-06-01").isRecorded().position();
            Frame changed = stream.nextThatReflects(after);
            assertThat(contacts(changed)).isEqualTo(11);
            assertThat(changed.data().get("position").longValue()).isEqualTo(changed.id());
        }
    }

    @Test
    void aFrameIsTheAnswerThatProgressGives() {
        long position = ledger.as("fj").holds(anEvent().meeting(5)).on("2019-06-01").isRecorded().position();
        try (Onlooking stream = ledger.asNobody().looksOn("?waitFor=" + position)) {
            Frame first = stream.next();
            assertThat(first.data().get("targets")).isEqualTo(ledger.asNobody().reads("progress?position=" + first
                    .id()).isShown().at("/targets"));
            assertThat(first.data().propertyNames()).isEqualTo(ledger.asNobody().reads("progress").isShown().json()
                    .propertyNames());
        }
    }

    @Test
    void whoComesBackGetsTheNewestState() {
        long left;
        try (Onlooking stream = ledger.asNobody().looksOn("")) {
            left = stream.next().id();
        }
        long missed = ledger.as("fj").holds(anEvent().meeting(9)).on("2019-06-01").isRecorded().position();
        try (Onlooking again = ledger.asNobody().sending("Last-Event-ID", Long.toString(left)).looksOn("?waitFor="
                + missed)) {
            Frame first = again.next();
            assertThat(first.id()).isGreaterThanOrEqualTo(missed);
            assertThat(contacts(first)).isEqualTo(9);
        }
        try (Onlooking confused = ledger.asNobody().sending("Last-Event-ID", "no position").looksOn("")) {
            assertThat(confused.status()).isEqualTo(200);
            assertThat(contacts(confused.next())).isEqualTo(9);
        }
    }

    @Test
    void ofOneUnit() {
        try (Onlooking stream = ledger.asNobody().looksOn("?unit=GD")) {
            assertThat(stream.next().data().get("units")).hasSize(1);
            long position = ledger.as("gd").mobilizes(aUnion()).on("2019-06-01").isRecorded().position();
            assertThat(stream.nextThatReflects(position).data().at("/units/0/metrics/organizations/actual")
                    .longValue()).isEqualTo(1);
        }
        assertThat(ledger.asNobody().reads("progress/stream?unit=ATLANTIS").isRefusedWith(422, "unknown-unit")
                .header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void manyChangesAreFewFramesAndTheLastOneIsRight() {
        try (Onlooking stream = ledger.asNobody().looksOn("")) {
            stream.next();
            long last = 0;
            long began = System.nanoTime();
            for (int i = 0; i < 60; i++) {
                last = ledger.as("fj").holds(anEvent().meeting(1)).on("2019-06-01").isRecorded().position();
            }
            Set<Long> positions = new HashSet<>();
            Frame frame = stream.next();
            positions.add(frame.id());
            while (frame.id() < last) {
                frame = stream.next();
                assertThat(positions.add(frame.id())).isTrue();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(contacts(frame)).isEqualTo(60);
            assertThat(positions.size()).isLessThanOrEqualTo((int) (seconds * 10) + 2);
        }
    }

    @Test
    void whatHappensElsewhereIsNoChange() throws InterruptedException {
        Ledger elsewhere = ledger.withAnotherCampaign();
        try (Onlooking stream = ledger.asNobody().looksOn("?waitFor=" + ledger.head())) {
            stream.next();
            elsewhere.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded();
            assertThat(stream.isQuietFor(400)).isTrue();
        }
    }

    @Test
    void phasesAreChangesToo() {
        try (Onlooking stream = ledger.asNobody().looksOn("?waitFor=" + ledger.head())) {
            assertThat(stream.next().data().get("phases")).hasSize(1);
            long position = ledger.asAdmin().opens("JUDGE").isDone().position();
            assertThat(stream.nextThatReflects(position).data().at("/phases/1").stringValue()).isEqualTo("JUDGE");
        }
    }
}
