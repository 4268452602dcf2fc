package org.campaignledger.exchange.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.campaignledger.exchange.sheet.SheetRow;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * References from row to row: an exported sheet names records by the ids that they had in the ledger it comes from. Where a
 * row of the same sheet has that id, the record that this row becomes is meant.
 */
final class EarlierRows {

    private static final String REFERENCE = "distinctFrom";
    private static final String ID = "id";

    private final RowIds ids;
    private final Map<String, Long> rowOfId = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private int idAt = -1;
    private int referenceAt = -1;

    EarlierRows(RowIds ids) {
        this.ids = ids;
    }

    /** Looks where the sheet has ids and references. */
    void reading(SheetHeader header, SheetRow first) {
        for (int i = 0; i < first.cells().size(); i++) {
            String name = NormalForm.nameKey(first.cells().get(i).text());
            if (name.equals(ID) || name.equals(NormalForm.nameKey(SheetTexts.label(Language.ZH, "", ID)))
                    || name.equals(NormalForm.nameKey(SheetTexts.label(Language.EN, "", ID)))) {
                idAt = i;
            }
        }
        header.columns().stream().filter(place -> place.column().field().equals(REFERENCE))
                .forEach(place -> referenceAt = place.index());
    }

    /** Remembers what a row refers to. */
    void noteReference(SheetRow row) {
        if (idAt >= 0 && referenceAt >= 0 && !row.cell(referenceAt).isEmpty()) {
            wanted.add(row.cell(referenceAt).text());
        }
    }

    /** Whether any row refers to another. */
    boolean isNeeded() {
        return !wanted.isEmpty();
    }

    /** Remembers which row has an id that is referred to. */
    void noteId(SheetRow row) {
        String id = row.cell(idAt).text();
        if (wanted.contains(id)) {
            rowOfId.putIfAbsent(id, row.number());
        }
    }

    /** Whether a row refers to another of the same sheet. */
    boolean refers(SheetRow row) {
        return !rowOfId.isEmpty() && rowOfId.containsKey(row.cell(referenceAt).text());
    }

    /** The row that is referred to; 0 if none of this sheet is. */
    long meant(SheetRow row) {
        return rowOfId.getOrDefault(row.cell(referenceAt).text(), 0L);
    }

    /**
     * Puts the record that a row of this sheet becomes in the place of its former id, and answers whether there was one.
     *
     * @param withoutIt whether nothing is written, so that there is no such record: the reference is left out
     */
    boolean resolve(ObjectNode body, boolean withoutIt) {
        JsonNode reference = rowOfId.isEmpty() ? null : body.get(REFERENCE);
        Long row = reference == null ? null : rowOfId.get(reference.stringValue());
        if (row == null) {
            return false;
        }
        if (withoutIt) {
            body.remove(REFERENCE);
        } else {
            body.put(REFERENCE, ids.of(row));
        }
        return true;
    }
}
