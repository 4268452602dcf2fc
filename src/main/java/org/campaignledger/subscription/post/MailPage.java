package org.campaignledger.subscription.post;

import java.util.List;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.web.util.HtmlUtils;

/** A mail while it is written: lines, links and tables, as text and as HTML that loads nothing. */
final class MailPage {

    private static final String CELL = " style=\"padding:4px 12px 4px 0;border-bottom:1px solid #e3ddd3;text-align:";

    private final String title;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Language language;

    MailPage(String title, Language language) {
        this.title = title;
        this.language = language;
        plain.append(title).append("\n\n");
        html.append("<h1 style=\"font-size:20px\">").append(escaped(title)).append("</h1>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    String title() {
        return title;
    }

    MailPage line(String text) {
        plain.append(text).append("\n");
        html.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    MailPage link(String address) {
        plain.append(address).append("\n\n");
        html.append("<p><a href=\"").append(escaped(address)).append("\">").append(escaped(address)).append(
                "</a></p>\n");
        return this;
    }

    MailPage rule() {
        plain.append("\n--------\n");
        html.append("<hr>\n");
        return this;
    }

    /** A table; nothing where it has no rows. The first column is text, the others stand to the right. */
    MailPage table(String caption, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        if (!caption.isEmpty()) {
            plain.append("\n").append(caption).append("\n");
            html.append("<h2 style=\"font-size:16px\">").append(escaped(caption)).append("</h2>\n");
        }
        html.append("<table style=\"border-collapse:collapse\">\n");
        row(heads, "th");
        rows.forEach(cells -> row(cells, "td"));
        html.append("</table>\n");
        plain.append("\n");
        return this;
    }

    private void row(List<String> cells, String tag) {
        plain.append(String.join(" | ", cells)).append("\n");
        html.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            html.append("<").append(tag).append(CELL).append(i == 0 ? "left" : "right").append("\">").append(escaped(
                    cells.get(i))).append("</").append(tag).append(">");
        }
        html.append("</tr>\n");
    }

    String plain() {
        return plain.toString();
    }

    String html() {
        return "<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\"><head><meta charset=\"utf-8\"></head>"
                + "<body style=\"font-family:sans-serif;color:#1f2328;line-height:1.6\">\n" + html + "</body></html>\n";
    }
}
