package org.campaignledger.exchange.sheet;

import java.util.Map;

/** A file that is not read, or not read further; the code is one of the door's. Carries no trace: it is an answer. */
public final class SheetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, ?> arguments;

    private SheetRefused(String code, Map<String, ?> arguments) {
        super(code + " " + arguments, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    /** With nothing to name. */
    public static SheetRefused of(String code) {
        return new SheetRefused(code, Map.of());
    }

    /** With what its message names. */
    public static SheetRefused of(String code, Map<String, ?> arguments) {
        return new SheetRefused(code, arguments);
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** What the message names, by name. */
    public Map<String, ?> arguments() {
        return arguments;
    }
}
