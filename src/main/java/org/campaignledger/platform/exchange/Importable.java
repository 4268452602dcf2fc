package org.campaignledger.platform.exchange;

import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;

/** A register whose records can come from a sheet; its slice says what a row of it means. */
public interface Importable {

    /** Path name of the register, such as {@code propagandists}; unique. */
    String kind();

    /** Who may bring such rows; whose unit or category they must be of is judged row by row. */
    Set<Role> roles();

    /** The columns, in the template's order. */
    List<SheetColumn> columns();

    /**
     * Whether ids of its records must tell nothing of the sheet that they come from, nor of their row in it: some who see
     * the ids are not to know whose the records are.
     */
    default boolean isBlind() {
        return false;
    }

    /**
     * Judges a row by all the rules by which the door judges a single command; nothing is written.
     *
     * @throws Refused it would be refused at the door, with everything that is wrong
     */
    SheetRecord judge(SheetRowAsked row);
}
