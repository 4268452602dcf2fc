package org.campaignledger.entry.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.events.EntryAccepted;
import org.campaignledger.entry.events.EntryAmended;
import org.campaignledger.entry.events.EntryCorrected;
import org.campaignledger.entry.events.EntryDisqualified;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.entry.events.EntryRecommended;
import org.campaignledger.entry.events.EntryRejected;
import org.campaignledger.entry.events.EntryReversed;
import org.campaignledger.entry.events.EntrySubmitted;
import org.campaignledger.entry.events.EntryWithdrawn;
import org.campaignledger.entry.events.Work;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Posting;
import org.junit.jupiter.api.Test;

/** What entries count for, and which natural keys they hold, over their whole life (rules 12 and 13). */
class EntriesTest {

    private static final LocalDate JUNE = LocalDate.of(2019, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2019, 7, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2019, 9, 10);
    private static final LocalDate OCTOBER = LocalDate.of(2019, 10, 10);
    private static final CorrectionMark MARK = new CorrectionMark("c", 1L, "eligibility", "核对", "fj");

    private static Content content(String digest) {
        return new Content(SubmitterKind.UNION, "某总工会", null, null, "题", null, null, List.of(),
                new Work(digest.repeat(32), "video/mp4", 1, 1L, 1, 1, null, null), "平台", "17");
    }

    private static EntrySubmitted submitted() {
        return new EntrySubmitted("e", "2019", "video", "FJ", EntrySubmitted.Via.HOST, content("ab"), "code", JUNE);
    }

    private static Entry after(EntryEvent... events) {
        Entry entry = Entries.evolve(null, submitted());
        for (EntryEvent event : events) {
            entry = Entries.evolve(entry, event);
        }
        return entry;
    }

    private static EntryAccepted accepted() {
        return new EntryAccepted("e", "2019", "video", "FJ", null, JULY);
    }

    private static EntryRecommended recommended() {
        return new EntryRecommended("e", "2019", "video", "FJ", new Entry.Place("FJ", 2), SEPTEMBER);
    }

    @Test
    void itCountsInEveryFigureThatItHasReached() {
        assertThat(after().postings()).extracting(posting -> posting.metric().id(), Posting::occurredOn)
                .containsExactly(tuple("submitted", JUNE));
        assertThat(after(accepted(), recommended()).postings())
                .extracting(posting -> posting.metric().id(), Posting::occurredOn, Posting::amount)
                .containsExactly(tuple("submitted", JUNE, 1L), tuple("accepted", JULY, 1L),
                        tuple("recommended", SEPTEMBER, 1L));
    }

    @Test
    void whatItsEventsPostIsWhatItCountsFor() {
        EntryWithdrawn gone = new EntryWithdrawn(after(accepted(), recommended()), null, OCTOBER);
        List<Posting> all = new java.util.ArrayList<>(submitted().postings());
        all.addAll(accepted().postings());
        all.addAll(recommended().postings());
        assertThat(all).isEqualTo(after(accepted(), recommended()).postings());
        assertThat(gone.postings()).extracting(posting -> posting.metric().id(), Posting::occurredOn, Posting::amount)
                .containsExactly(tuple("submitted", OCTOBER, -1L), tuple("accepted", OCTOBER, -1L),
                        tuple("recommended", OCTOBER, -1L));
    }

    @Test
    void oneThatIsOutCountsForNothing() {
        Entry entry = after(accepted());
        for (EntryEvent end : List.of(new EntryWithdrawn(entry, null, OCTOBER), new EntryRejected(entry, "不合", OCTOBER),
                new EntryDisqualified(entry, "抄袭", OCTOBER), new EntryReversed(entry, MARK, null))) {
            Entry out = Entries.evolve(entry, end);
            assertThat(out.postings()).as(end.toString()).isEmpty();
            assertThat(out.state().takesPart()).isFalse();
            assertThat(out.recommendation()).isNull();
        }
    }

    @Test
    void aReversalPostsOnTheDaysOfOld() {
        assertThat(new EntryReversed(after(accepted()), MARK, null).postings())
                .extracting(posting -> posting.metric().id(), Posting::occurredOn, Posting::amount)
                .containsExactly(tuple("submitted", JUNE, -1L), tuple("accepted", JULY, -1L));
    }

    @Test
    void aCorrectionOfTheUnitMovesAllFigures() {
        Entry before = after(accepted());
        Entry moved = new Entry("e", "2019", "video", "GD", before.state(), before.content(), before.receipt(), JUNE,
                JULY, null, null);
        assertThat(new EntryCorrected(before, moved, MARK).postings())
                .extracting(Posting::unit, posting -> posting.metric().id(), Posting::amount)
                .containsExactlyInAnyOrder(tuple("FJ", "submitted", -1L), tuple("FJ", "accepted", -1L),
                        tuple("GD", "submitted", 1L), tuple("GD", "accepted", 1L));
        assertThat(Entries.evolve(before, new EntryCorrected(before, moved, MARK))).isEqualTo(moved);
    }

    @Test
    void itGivesBackItsKeysWhenItIsOut() {
        Entry entry = after(accepted(), recommended());
        Claim work = new Claim("work", "2019/video/" + "ab".repeat(32));
        Claim number = new Claim("externalId", "2019/video/平台/17");
        Claim place = new Entry.Place("FJ", 2).claim("2019", "video");
        assertThat(submitted().claims()).contains(work, number);
        assertThat(recommended().claims()).containsExactly(place);
        assertThat(place.isPlace()).isTrue();
        assertThat(new EntryWithdrawn(entry, null, OCTOBER).freed()).containsExactlyInAnyOrder(work, number, place);
        assertThat(new EntryReversed(entry, MARK, null).freed()).containsExactlyInAnyOrder(work, number, place);
        assertThat(new EntryDisqualified(entry, "抄袭", OCTOBER).freed()).as("its bytes do not come back")
                .containsExactly(place);
    }

    @Test
    void anAmendmentTakesOnlyWhatIsNew() {
        EntryAmended amended = new EntryAmended(after(), content("cd"), JULY);
        assertThat(amended.claims()).containsExactly(new Claim("work", "2019/video/" + "cd".repeat(32)));
        assertThat(amended.freed()).containsExactly(new Claim("work", "2019/video/" + "ab".repeat(32)));
        assertThat(amended.postings()).isEmpty();
        assertThat(Entries.evolve(after(), amended).content()).isEqualTo(content("cd"));
    }
}
