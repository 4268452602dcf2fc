package org.campaignledger.exchange.sheet;

/**
 * What stands in a cell.
 *
 * @param kind what the file says that it is
 * @param text the text; a number as digits; a day as {@code YYYY-MM-DD}, with its time where it has one; empty otherwise
 */
public record Cell(Kind kind, String text) {

    /** Nothing, or a text of nothing but space. */
    public static final Cell EMPTY = new Cell(Kind.EMPTY, "");

    /** What a file says of a cell. */
    public enum Kind {
        /** Nothing. */
        EMPTY,
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A number that is shown as a day. */
        DATE,
        /** Yes or no. */
        BOOLEAN,
        /** A formula, whatever its result. */
        FORMULA,
        /** A result that is an error, such as {@code #N/A}. */
        ERROR
    }

    /** A text, or nothing if it is blank. */
    static Cell ofText(String text) {
        return text.isBlank() ? EMPTY : new Cell(Kind.TEXT, text);
    }

    /** Whether nothing stands in it. */
    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    /** Never shows what stands in it: it may be of a person. */
    @Override
    public String toString() {
        return "Cell[" + kind + "]";
    }
}
