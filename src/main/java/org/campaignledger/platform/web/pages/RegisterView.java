package org.campaignledger.platform.web.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a register.
 *
 * @param campaign   id of the campaign
 * @param title      its name
 * @param kind       path name of the register
 * @param units      the units that can be chosen; a single one where there is nothing to choose
 * @param filter     as it stands in the address
 * @param states     states that can be chosen
 * @param columns    further columns of the table
 * @param rows       the records
 * @param first      address of the first page; absent on it
 * @param next       address of the next page; absent on the last
 * @param wrong      whether the filter could not be read
 * @param mayAsk     whether the account may ask for corrections
 * @param scriptData what the scripts start from
 */
record RegisterView(
        String campaign, String title, String kind, List<RecordPage.Choice> units, RecordFilter filter,
        List<String> states, List<Column> columns, List<Row> rows, @Nullable String first, @Nullable String next,
        boolean wrong, boolean mayAsk, String scriptData) {

    /** The states of a record. */
    static final List<String> STATES = List.of("RECORDED", "AMENDED", "REVERSED", "MERGED");

    /** Where the register as it is filtered can be had as a sheet. */
    public String export(String format) {
        return filter.href("/api/v1/campaigns/" + campaign + "/exports/" + kind + "." + format, null);
    }

    /** A column; {@code number} ones stand to the right. */
    record Column(String name, boolean number) {}

    /**
     * A record.
     *
     * @param position the number under which it was recorded
     * @param day      when it happened
     * @param gone     whether it was taken back: what it says stays to be read, struck through
     */
    record Row(
            String id, String position, String day, String unit, List<Cell> cells, String state, boolean gone) {}

    /** A field of it. */
    record Cell(String text, boolean number) {}
}
