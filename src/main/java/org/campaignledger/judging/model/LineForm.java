package org.campaignledger.judging.model;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;

import org.campaignledger.judging.events.Criterion;
import org.campaignledger.judging.events.Normalise;
import org.campaignledger.judging.events.Terms;

/** Writes the lines of {@link RankingForm}: by hand, because every byte is part of the contract and there are many. */
final class LineForm {

    private static final char LAST_CONTROL = 0x1F;

    private LineForm() {}

    static void head(StringBuilder to, String campaign, String category, long position, Terms terms, int entries) {
        to.append("{\"campaign\":");
        text(to, campaign);
        to.append(",\"category\":");
        text(to, category);
        to.append(",\"entries\":").append(entries).append(",\"method\":");
        text(to, terms.method());
        to.append(",\"minScores\":").append(terms.minScores());
        Normalise normalise = terms.normalise();
        if (normalise != null) {
            to.append(",\"normalise\":{\"kind\":\"").append(normalise.kind()).append("\",\"minScores\":")
                    .append(normalise.minScores()).append('}');
        }
        to.append(",\"position\":").append(position).append(",\"rubric\":");
        list(to, terms.rubric(), criterion -> criterion(to, criterion));
        to.append(",\"tieBreak\":");
        list(to, terms.tieBreak(), criterion -> text(to, criterion));
        to.append("}\n");
    }

    private static void criterion(StringBuilder to, Criterion criterion) {
        to.append("{\"criterion\":");
        text(to, criterion.criterion());
        to.append(",\"max\":").append(criterion.max()).append(",\"weight\":")
                .append(criterion.weight().toPlainString()).append('}');
    }

    static void line(StringBuilder to, Line line) {
        to.append("{\"entry\":");
        text(to, line.entry());
        Fraction score = line.score();
        if (score == null) {
            to.append(",\"reason\":\"").append(Line.TOO_FEW_SCORES).append('"');
        } else {
            to.append(",\"exact\":\"").append(score).append("\",\"means\":");
            list(to, line.means(), mean -> to.append('"').append(mean).append('"'));
            to.append(",\"rank\":").append(Objects.requireNonNull(line.rank())).append(",\"score\":")
                    .append(score.shown().toPlainString());
        }
        to.append(",\"scores\":");
        list(to, line.marks(), mark -> mark(to, mark));
        to.append(",\"status\":\"").append(score == null ? "unranked" : "ranked").append("\"}\n");
    }

    private static void mark(StringBuilder to, Mark mark) {
        to.append("{\"judge\":");
        text(to, mark.scored().judge());
        to.append(",\"points\":[");
        int[] points = mark.scored().points();
        for (int i = 0; i < points.length; i++) {
            to.append(i == 0 ? "" : ",").append(points[i]);
        }
        to.append("],\"total\":").append(Fraction.shown(mark.numerator(), mark.denominator()).toPlainString())
                .append(",\"use\":\"").append(mark.use().id()).append("\"}");
    }

    private static <T> void list(StringBuilder to, Collection<T> all, Consumer<T> writer) {
        to.append('[');
        boolean first = true;
        for (T one : all) {
            if (!first) {
                to.append(',');
            }
            first = false;
            writer.accept(one);
        }
        to.append(']');
    }

    /** As RFC 8785 writes texts: only the quote, the backslash and control characters are escaped. */
    static void text(StringBuilder to, String text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\b' -> to.append("\\b");
                case '\f' -> to.append("\\f");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    if (c <= LAST_CONTROL) {
                        to.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }
}
