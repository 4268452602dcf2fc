package org.campaignledger.exchange.sheet;

/**
 * What is read at most. Rows and columns are those of a worksheet (ECMA-376: 1,048,576 and 16,384); a register has a
 * dozen columns, and whoever sends hundreds has mistaken the file.
 */
final class SheetLimits {

    /** Rows of a sheet. */
    static final long MAX_ROWS = 1_048_576;
    /** Columns of a sheet that is read at all. */
    static final int MAX_COLUMNS = 256;
    /** Characters of a cell. */
    static final int MAX_CELL = 32_767;
    /** Bytes of everything that a workbook's parts inflate to. */
    static final long MAX_INFLATED = 2L << 30;
    /** How many times longer than packed a part may be, once it is longer than {@link #FREE}. */
    static final long MAX_RATIO = 200;
    /** Up to so many bytes any ratio is taken: an empty sheet packs well. */
    static final long FREE = 4L << 20;
    /** Parts of a workbook. */
    static final int MAX_PARTS = 2_000;
    /** Bytes of the parts that are held in memory: workbook, relations, styles. */
    static final long MAX_SMALL_PART = 16L << 20;
    /** Bytes of all texts that cells share. */
    static final long MAX_SHARED_BYTES = 128L << 20;
    /** Texts that cells share; each takes some bytes beside its own. */
    static final int MAX_SHARED_TEXTS = 8 << 20;
    /** Characters of a row: cells may share one long text, and each of them holds it. */
    static final int MAX_ROW = 1 << 20;
    /** Bytes of a tag: parsers hold each whole. */
    static final int MAX_TAG = 1 << 16;
    /** Bytes of an archive's directory, which is held whole. */
    static final long MAX_DIRECTORY = 1 << 20;
    /** Sheets of a workbook. */
    static final int MAX_SHEETS = 64;

    private SheetLimits() {}
}
