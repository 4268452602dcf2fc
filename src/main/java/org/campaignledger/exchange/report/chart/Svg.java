package org.campaignledger.exchange.report.chart;

import java.util.Locale;

/**
 * A picture in the few elements that every form of the report draws: rect, line, polyline, path of straight lines, text.
 * Lengths are in user units, with two decimals at most, so that pictures are short and the same everywhere.
 */
final class Svg {

    static final String INK = "#1f2328";
    static final String QUIET = "#5b6068";
    static final String RULE = "#e3ddd3";
    static final String RED = "#b8322a";
    static final String[] RAMP = {"#e8f1ee", "#b3d6cd", "#78b3ac", "#327d7f", "#0e4a54"};

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;
    private final String label;

    /** An empty picture; the label says in words what it shows. */
    Svg(int width, int height, String label) {
        this.width = width;
        this.height = height;
        this.label = label;
    }

    /** Where a text stands at its place. */
    enum Anchor {
        START, MIDDLE, END
    }

    Svg rect(double x, double y, double wide, double high, String fill) {
        body.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>".formatted(n(x), n(y), n(Math.max(
                0,
                wide)), n(high), fill));
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double thick) {
        body.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>".formatted(n(x1),
                n(
                        y1), n(x2), n(y2), stroke, n(thick)));
        return this;
    }

    Svg polyline(String points, String stroke, double thick) {
        body.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>".formatted(points,
                stroke,
                n(thick)));
        return this;
    }

    Svg path(String d, String fill) {
        body.append("<path d=\"%s\" fill=\"%s\"/>".formatted(d, fill));
        return this;
    }

    Svg text(double x, double y, String text, double size, String fill, Anchor anchor) {
        body.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\" text-anchor=\"%s\">%s</text>".formatted(n(x),
                n(y),
                n(size), fill, anchor.name().toLowerCase(Locale.ROOT), escaped(text)));
        return this;
    }

    /** The whole picture. */
    String done() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%s</svg>"
                .formatted(width, height, width, height, escaped(label), body);
    }

    static String n(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceFirst("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
