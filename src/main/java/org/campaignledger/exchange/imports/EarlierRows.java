package org.campaignledger.exchange.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignledger.exchange.sheet.SheetRefused;
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
    /** Rows that may refer to others: they wait in memory until all others are written. */
    private static final int MOST = 10_000;

    private final RowIds ids;
    private final Map<String, Long> rowOfId = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private int idAt = -1;
    private int referenceAt = -1;
    private int references;

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

    /**
     * Remembers what a row refers to.
     *
     * @throws SheetRefused {@code too-many-references}
     */
    void noteReference(SheetRow row) {
        if (idAt >= 0 && referenceAt >= 0 && !row.cell(referenceAt).isEmpty()) {
            if (++references > MOST) {
                throw SheetRefused.of("too-many-references", Map.of("max", MOST));
            }
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

    /**
     * Rows in an order in which each stands behind the one that it refers to, whatever the order in which they come; those
     * that refer to each other in a circle stand last, as they come.
     *
     * @param rows each of which refers to another of the sheet
     */
    List<SheetRow> inTurn(List<SheetRow> rows) {
        Set<Long> among = rows.stream().map(SheetRow::number).collect(Collectors.toSet());
        Map<Long, List<SheetRow>> behind = new HashMap<>();
        Set<SheetRow> turn = new LinkedHashSet<>();
        Deque<SheetRow> ready = new ArrayDeque<>();
        for (SheetRow row : rows) {
            long meant = rowOfId.getOrDefault(row.cell(referenceAt).text(), 0L);
            if (among.contains(meant)) {
                behind.computeIfAbsent(meant, absent -> new ArrayList<>()).add(row);
            } else {
                ready.add(row);
            }
        }
        while (!ready.isEmpty()) {
            SheetRow row = ready.remove();
            turn.add(row);
            ready.addAll(behind.getOrDefault(row.number(), List.of()));
        }
        turn.addAll(rows);
        return List.copyOf(turn);
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
