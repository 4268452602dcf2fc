package org.campaignledger.platform.processing;

/**
 * The generation of tables that a projection writes to.
 *
 * @param suffix appended to the name of each table; empty for the live ones
 */
public record Tables(String suffix) {

    /** The tables that queries read. */
    public static final Tables LIVE = new Tables("");

    /** The tables of a rebuild, beside the live ones until they take their place. */
    public static final Tables REBUILD = new Tables("__rebuild");

    /** The table's name in this generation. */
    public String of(String table) {
        return table + suffix;
    }
}
