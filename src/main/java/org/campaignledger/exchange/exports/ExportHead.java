package org.campaignledger.exchange.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignledger.exchange.imports.SheetTexts;
import org.campaignledger.platform.web.pages.audit.SignedNote;
import org.campaignledger.platform.web.refusal.Language;

/**
 * What an exported workbook says of itself.
 *
 * @param title      of the sheet with the rows
 * @param aboutTitle of the sheet that says this
 * @param lines      what it says
 */
record ExportHead(String title, String aboutTitle, List<Line> lines) {

    /** A label and what stands behind it. */
    record Line(String label, String value) {}

    /**
     * What is said.
     *
     * @param campaign its id
     * @param sheet    what is exported
     * @param filters  as they were applied, by parameter
     * @param position as of which it is
     * @param seal     the sealed log's checkpoint at that position
     * @param verify   where it can be verified
     */
    static ExportHead of(Language language, String campaign, ExportSheet sheet, Map<String, String> filters,
            long position, SignedNote seal, String verify) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(language, "campaign", campaign));
        lines.add(line(language, "sheet", SheetTexts.label(language, "register", sheet.name())));
        if (filters.isEmpty()) {
            lines.add(line(language, "filter", SheetTexts.label(language, "about", "none")));
        }
        filters.forEach((name, value) -> lines.add(new Line(SheetTexts.label(language, "about", "filter") + " · "
                + name, value)));
        lines.add(line(language, "position", Long.toString(position)));
        lines.add(line(language, "size", Long.toString(seal.size())));
        lines.add(line(language, "root", seal.root()));
        lines.add(line(language, "verify", verify));
        return new ExportHead(SheetTexts.label(language, "register", sheet.name()),
                SheetTexts.label(language, "about", "title"), lines);
    }

    private static Line line(Language language, String name, String value) {
        return new Line(SheetTexts.label(language, "about", name), value);
    }
}
