package org.campaignledger.exchange.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignledger.exchange.sheet.Cell;
import org.campaignledger.exchange.sheet.SheetRow;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.web.body.BodyBytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as the body of its command. What a spreadsheet makes of a value without asking (a day of a number, a number of a
 * code) is undone where nothing was lost, and refused where something was.
 *
 * @param body       the fields that could be read
 * @param violations what could not
 */
record RowBody(ObjectNode body, List<Violation> violations) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static RowBody of(SheetHeader header, SheetRow row, SheetNames names) {
        RowBody read = new RowBody(JSON.objectNode(), new ArrayList<>());
        for (SheetHeader.Place place : header.columns()) {
            read.take(place.column(), row.cell(place.index()), names);
        }
        if (header.isGone(row)) {
            read.violations.add(Violation.of("", "row-taken-back"));
        }
        if (header.isBeyond(row)) {
            read.violations.add(Violation.of("", "cells-beyond-header"));
        }
        return read;
    }

    private void take(SheetColumn column, Cell cell, SheetNames names) {
        String field = column.field();
        switch (cell.kind()) {
            case EMPTY -> {
            }
            case FORMULA -> violations.add(Violation.of(field, "formula-in-cell"));
            case ERROR -> violations.add(Violation.of(field, "error-in-cell"));
            default -> {
                String flaw = BodyBytes.flaw(cell.text());
                if (flaw == null) {
                    CellValues.of(column, cell, names).ifPresentOrElse(value -> put(field, value),
                            () -> violations.add(CellValues.violation(column, cell)));
                } else {
                    violations.add(Violation.of(field, flaw));
                }
            }
        }
    }

    private void put(String field, JsonNode value) {
        String[] path = field.split("\\.");
        ObjectNode at = body;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.get(path[i]) instanceof ObjectNode inner ? inner : at.putObject(path[i]);
        }
        at.set(path[path.length - 1], value);
    }

    /**
     * What is wrong with the row as a whole: what could not be read, and what its command would be refused for, but for the
     * fields that could not be read and so seem to be missing.
     */
    List<Problem> with(List<Problem> judged) {
        List<Problem> all = new ArrayList<>(violations.stream().map(Problem::of).toList());
        for (Problem problem : judged) {
            boolean told = violations.stream().anyMatch(violation -> violation.field().equals(problem.field())
                    || violation.field().startsWith(problem.field() + "."));
            if (!told || problem.field().isEmpty()) {
                all.add(problem);
            }
        }
        return all;
    }

    /** Never shows what stands in the row. */
    @Override
    public String toString() {
        return "RowBody" + Map.of("violations", violations.size());
    }
}
