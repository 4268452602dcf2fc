package org.campaignledger.exchange.sheet;

import java.util.List;

/**
 * A row.
 *
 * @param number as the spreadsheet counts it, from 1
 * @param cells  from the first column on; what is beyond them is empty
 */
public record SheetRow(long number, List<Cell> cells) {

    /** The cell of a column, from 0. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** Whether nothing stands in it. */
    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isEmpty);
    }

    /** Never shows what stands in it. */
    @Override
    public String toString() {
        return "SheetRow[" + number + "]";
    }
}
