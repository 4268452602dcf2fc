package org.campaignledger.platform.exchange;

import java.util.Arrays;
import java.util.List;

/**
 * A column of a register's sheet. Its labels stand in {@code sheets.properties} under {@code <kind>.<field>}, with a
 * hint under {@code <kind>.<field>.hint}.
 *
 * @param field   path of the command's field, such as {@code person.name}
 * @param form    what its cells hold
 * @param needed  whether a sheet without it is refused
 * @param choices names of the constants that may stand in it; empty where anything may
 */
public record SheetColumn(String field, Form form, boolean needed, List<String> choices) {

    /** What the cells of a column hold. */
    public enum Form {
        /** A text as it is written. */
        TEXT,
        /** A number or code made of digits and letters, which a spreadsheet may have taken for a number. */
        CODE,
        /** A whole number from 0. */
        COUNT,
        /** A day. */
        DATE,
        /** One of the choices, by its name or its label in either language. */
        CHOICE,
        /** A reporting unit or sub-unit, by its code or its name. */
        UNIT,
        /** A category of works, by its id or its name. */
        CATEGORY,
        /** Several texts, each in a line of its own. */
        LIST
    }

    /** A column that every sheet must have. */
    public static SheetColumn needed(String field, Form form) {
        return new SheetColumn(field, form, true, List.of());
    }

    /** A column that may be absent. */
    public static SheetColumn optional(String field, Form form) {
        return new SheetColumn(field, form, false, List.of());
    }

    /** A column of which every cell holds one of these constants. */
    public static SheetColumn choice(String field, Class<? extends Enum<?>> constants) {
        return new SheetColumn(field, Form.CHOICE, true,
                Arrays.stream(constants.getEnumConstants()).map(Enum::name).toList());
    }
}
