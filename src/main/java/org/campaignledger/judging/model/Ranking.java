package org.campaignledger.judging.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.campaignledger.judging.events.Terms;

/**
 * Rule 16, in exact arithmetic. Entries that tie to the last declared criterion share their rank, and are listed by their
 * ids; unranked ones follow, by their ids. Ids and accounts compare by the code units of their characters.
 *
 * @param lines one for each entry, in rank order
 */
public record Ranking(List<Line> lines) {

    /** From so many totals up, one lowest and one highest are dropped. */
    public static final int DROPS_FROM = 5;

    private static final Comparator<Mark> BY_TOTAL = Comparator.comparing(Mark::numerator)
            .thenComparing(mark -> mark.scored().judge());
    private static final Comparator<Mark> BY_JUDGE = Comparator.comparing(mark -> mark.scored().judge());

    /** The ranking of a category's entries. */
    public static Ranking of(Terms terms, Collection<Panel> panels) {
        Scale scale = new Scale(terms.rubric());
        Shifts shifts = Shifts.of(terms.normalise(), scale, panels);
        List<Line> ranked = new ArrayList<>();
        List<Line> unranked = new ArrayList<>();
        panels.parallelStream().map(panel -> line(terms, panel, scale, shifts)).toList()
                .forEach(line -> (line.isRanked() ? ranked : unranked).add(line));
        Comparator<Line> better = better(terms);
        ranked.sort(better.thenComparing(Line::entry));
        unranked.sort(Comparator.comparing(Line::entry));
        List<Line> lines = new ArrayList<>(panels.size());
        for (int i = 0; i < ranked.size(); i++) {
            boolean shared = i > 0 && better.compare(ranked.get(i - 1), ranked.get(i)) == 0;
            lines.add(ranked.get(i).ranked(shared ? Objects.requireNonNull(lines.getLast().rank()) : i + 1));
        }
        lines.addAll(unranked);
        return new Ranking(List.copyOf(lines));
    }

    private static Comparator<Line> better(Terms terms) {
        Comparator<Line> better = Comparator.comparing(line -> Objects.requireNonNull(line.score()),
                Comparator.reverseOrder());
        for (String criterion : terms.tieBreak()) {
            int at = indexOf(terms, criterion);
            better = better.thenComparing(line -> line.means().get(at), Comparator.reverseOrder());
        }
        return better;
    }

    private static int indexOf(Terms terms, String criterion) {
        for (int i = 0; i < terms.rubric().size(); i++) {
            if (terms.rubric().get(i).criterion().equals(criterion)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no criterion " + criterion);
    }

    private static Line line(Terms terms, Panel panel, Scale scale, Shifts shifts) {
        List<Mark> counting = new ArrayList<>(panel.scores().size());
        List<Mark> all = new ArrayList<>(panel.scores().size());
        BigInteger denominator = denominator(panel, scale, shifts);
        for (Scored scored : panel.scores()) {
            Mark mark = mark(scored, denominator, scale, shifts);
            (scored.recused() ? all : counting).add(mark);
        }
        boolean isRanked = counting.size() >= terms.minScores() && !counting.isEmpty();
        List<Mark> kept = counting;
        if (isRanked && counting.size() >= DROPS_FROM) {
            // Of equal totals, the one whose judge comes first is the lowest and whose judge comes last the highest.
            counting.sort(BY_TOTAL);
            all.add(dropped(counting.getFirst(), Mark.Use.LOWEST));
            all.add(dropped(counting.getLast(), Mark.Use.HIGHEST));
            kept = counting.subList(1, counting.size() - 1);
        }
        all.addAll(kept);
        all.sort(BY_JUDGE);
        return isRanked
                ? new Line(null, panel.entry(), mean(kept, denominator), means(terms, kept), List.copyOf(all))
                : new Line(null, panel.entry(), null, List.of(), List.copyOf(all));
    }

    /** One under which all totals of the entry are whole, so that they are compared and added as such. */
    private static BigInteger denominator(Panel panel, Scale scale, Shifts shifts) {
        BigInteger denominator = scale.denominator();
        if (!shifts.none()) {
            for (Scored scored : panel.scores()) {
                denominator = Scale.lcm(denominator, shifts.of(scored.judge()).denominator());
            }
        }
        return denominator;
    }

    private static Mark mark(Scored scored, BigInteger denominator, Scale scale, Shifts shifts) {
        BigInteger total = scale.total(scored.points());
        if (!shifts.none()) {
            Fraction shift = scored.recused() ? Fraction.ZERO : shifts.of(scored.judge());
            total = total.multiply(denominator.divide(scale.denominator()))
                    .add(shift.numerator().multiply(denominator.divide(shift.denominator())));
        }
        return new Mark(scored, scored.recused() ? Mark.Use.RECUSED : Mark.Use.COUNTED, total, denominator);
    }

    private static Mark dropped(Mark mark, Mark.Use as) {
        return new Mark(mark.scored(), as, mark.numerator(), mark.denominator());
    }

    private static Fraction mean(List<Mark> kept, BigInteger denominator) {
        BigInteger sum = BigInteger.ZERO;
        for (Mark mark : kept) {
            sum = sum.add(mark.numerator());
        }
        return Fraction.of(sum, denominator.multiply(BigInteger.valueOf(kept.size())));
    }

    private static List<Fraction> means(Terms terms, List<Mark> kept) {
        List<Fraction> means = new ArrayList<>(terms.rubric().size());
        for (int i = 0; i < terms.rubric().size(); i++) {
            long points = 0;
            for (Mark mark : kept) {
                points += mark.scored().points()[i];
            }
            means.add(Fraction.of(points, kept.size()));
        }
        return means;
    }
}
