package org.campaignledger.judging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.judging.model.Judged.by;
import static org.campaignledger.judging.model.Judged.criterion;
import static org.campaignledger.judging.model.Judged.normalised;
import static org.campaignledger.judging.model.Judged.panel;
import static org.campaignledger.judging.model.Judged.ranks;
import static org.campaignledger.judging.model.Judged.recused;
import static org.campaignledger.judging.model.Judged.terms;
import static org.campaignledger.judging.model.Judged.tiesBreakBy;

import java.util.List;
import java.util.Objects;
import org.campaignledger.judging.events.Terms;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Terms OF_TEN = terms(1, criterion("whole", 10, "1"));

    @Test
    void aTotalIsAHundredTimesTheWeightedShareOfTheMost() {
        Terms terms = terms(1, criterion("content", 10, "3"), criterion("form", 5, "1"));
        assertThat(shown(terms, panel("e", by("a", 7, 2)))).isEqualTo("62.5000");
    }

    @Test
    void weightsOfPartsAreExact() {
        Terms terms = terms(1, criterion("content", 3, "0.1"), criterion("form", 7, "0.2"));
        Line line = only(terms, panel("e", by("a", 1, 2)));
        assertThat(line.score()).isEqualTo(Fraction.of(1900, 63));
    }

    @Test
    void fourTotalsAreAllKept() {
        assertThat(shown(OF_TEN, panel("e", 1, 5, 6, 10))).isEqualTo("55.0000");
    }

    @Test
    void ofFiveOneLowestAndOneHighestAreDropped() {
        Line line = only(OF_TEN, panel("e", 10, 1, 5, 6, 7));
        assertThat(Objects.requireNonNull(line.score()).shown().toPlainString()).isEqualTo("60.0000");
        assertThat(line.marks()).extracting(mark -> mark.use().id())
                .containsExactly("highest", "lowest", "counted", "counted", "counted");
    }

    @Test
    void ofSixOneLowestAndOneHighestAreDropped() {
        assertThat(shown(OF_TEN, panel("e", 1, 1, 5, 6, 10, 10))).isEqualTo("55.0000");
    }

    @Test
    void ofEqualTotalsTheJudgeWhoComesFirstIsTheLowestAndTheLastTheHighest() {
        Line line = only(OF_TEN, panel("e", by("e", 4), by("c", 4), by("a", 4), by("d", 4), by("b", 4)));
        assertThat(line.marks()).extracting(mark -> mark.scored().judge() + " " + mark.use().id()).containsExactly(
                "a lowest", "b counted", "c counted", "d counted", "e highest");
    }

    @Test
    void fewerScoresThanAskedForLeaveAnEntryUnrankedAndSaidSo() {
        Ranking ranking = Ranking.of(terms(3, criterion("whole", 10, "1")), List.of(panel("few", 10, 10),
                panel("none", new Scored[0]), panel("enough", 1, 1, 1)));
        assertThat(ranks(ranking)).containsExactly("1 enough", "null few", "null none");
        assertThat(ranking.lines().get(1).isRanked()).isFalse();
    }

    @Test
    void theLeastNumberCountsBeforeAnyIsDropped() {
        assertThat(only(terms(5, criterion("whole", 10, "1")), panel("e", 1, 2, 3, 4, 5)).isRanked()).isTrue();
    }

    @Test
    void aRecusedJudgesScoreIsShownAndCountsNowhere() {
        Terms terms = terms(2, criterion("whole", 10, "1"));
        assertThat(only(terms, panel("e", by("a", 10), recused("b", 0))).isRanked()).isFalse();
        Line line = only(terms, panel("e", by("a", 10), recused("b", 0), by("c", 9)));
        assertThat(Objects.requireNonNull(line.score()).shown().toPlainString()).isEqualTo("95.0000");
        assertThat(line.marks().get(1).use()).isEqualTo(Mark.Use.RECUSED);
    }

    @Test
    void fiveOfWhomOneRecusedAreFour() {
        Panel panel = panel("e", by("a", 1), by("b", 5), recused("c", 0), by("d", 6), by("e", 10));
        assertThat(shown(OF_TEN, panel)).isEqualTo("55.0000");
    }

    @Test
    void tiesBreakByTheDeclaredCriteriaInTheirOrder() {
        Terms two = terms(1, criterion("content", 10, "1"), criterion("form", 10, "1"));
        List<Panel> panels = List.of(panel("x", by("a", 4, 6)), panel("y", by("a", 6, 4)), panel("z", by("a", 9, 9)));
        assertThat(ranks(Ranking.of(two, panels))).containsExactly("1 z", "2 x", "2 y");
        assertThat(ranks(Ranking.of(tiesBreakBy(two, "content"), panels))).containsExactly("1 z", "2 y", "3 x");
        assertThat(ranks(Ranking.of(tiesBreakBy(two, "form", "content"), panels)))
                .containsExactly("1 z", "2 x", "3 y");
    }

    @Test
    void tiesBreakOverTheSameJudgesAsTheScore() {
        Terms terms = tiesBreakBy(terms(1, criterion("content", 10, "1"), criterion("form", 10, "1")), "content");
        Panel wide = panel("wide", by("a", 0, 0), by("b", 10, 10), by("c", 5, 5), by("d", 5, 5), by("e", 5, 5));
        Panel even = panel("even", by("a", 9, 0), by("b", 9, 9), by("c", 5, 5), by("d", 5, 5), by("e", 5, 5));
        assertThat(Ranking.of(terms, List.of(wide, even)).lines()).extracting(Line::rank).containsExactly(1, 1);
    }

    @Test
    void whatNothingTellsApartSharesItsRank() {
        Ranking ranking = Ranking.of(OF_TEN, List.of(panel("d", 1), panel("c", 5), panel("b", 5), panel("a", 9)));
        assertThat(ranks(ranking)).containsExactly("1 a", "2 b", "2 c", "4 d");
    }

    @Test
    void whatIsShownAlikeMayStillBeTwoRanks() {
        Terms fine = terms(1, criterion("whole", 10_000_000, "1"));
        Ranking ranking = Ranking.of(fine, List.of(panel("less", 3_333_332), panel("more", 3_333_333)));
        assertThat(ranks(ranking)).containsExactly("1 more", "2 less");
        assertThat(ranking.lines()).extracting(line -> Objects.requireNonNull(line.score()).shown().toPlainString())
                .containsExactly("33.3333", "33.3333");
    }

    @Test
    void theMiddleIsRoundedUp() {
        assertThat(Fraction.of(1, 20_000).shown().toPlainString()).isEqualTo("0.0001");
        assertThat(Fraction.of(2, 3).shown().toPlainString()).isEqualTo("0.6667");
    }

    @Test
    void rubricsTooFineForALongAreStillExact() {
        Terms fine = terms(1, criterion("p", 999_983, "0.0001"), criterion("q", 999_979, "999.9999"),
                criterion("r", 999_961, "7"), criterion("s", 999_959, "1"));
        assertThat(only(fine, panel("e", by("a", 999_983, 999_979, 999_961, 999_959))).score())
                .isEqualTo(Fraction.of(100, 1));
        Fraction sum = Fraction.of(1, 999_983_0000L).plus(Fraction.of(9_999_999, 999_979_0000L))
                .plus(Fraction.of(7, 999_961)).plus(Fraction.of(1, 999_959));
        assertThat(only(fine, panel("e", by("a", 1, 1, 1, 1))).score())
                .isEqualTo(sum.times(Fraction.of(100, 1)).dividedBy(Fraction.of(1008, 1)));
    }

    @Test
    void aStricterJudgeIsBroughtToTheOthersWhereThatWasDeclared() {
        Terms terms = normalised(OF_TEN, 2);
        List<Panel> panels = List.of(panel("x", by("mild", 9), by("strict", 5)),
                panel("y", by("mild", 7), by("strict", 1)), panel("z", by("new", 2)));
        // All: (90+50+70+10+20)/5 = 48; mild 80 is shifted by -32, strict 30 by 18, new has too few.
        Ranking ranking = Ranking.of(terms, panels);
        assertThat(ranking.lines()).extracting(line -> line.entry() + " " + line.score())
                .containsExactly("x 63", "y 33", "z 20");
        assertThat(ranking.lines().getFirst().marks()).extracting(mark -> mark.total().toString())
                .containsExactly("58", "68");
    }

    private static Line only(Terms terms, Panel panel) {
        return Ranking.of(terms, List.of(panel)).lines().getFirst();
    }

    private static String shown(Terms terms, Panel panel) {
        return Objects.requireNonNull(only(terms, panel).score()).shown().toPlainString();
    }
}
