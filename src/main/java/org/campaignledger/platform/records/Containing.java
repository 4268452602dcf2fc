package org.campaignledger.platform.records;

import org.campaignledger.kernel.NormalForm;

/** What {@code ?text=} asks for, wherever there is something to look in. */
public final class Containing {

    private Containing() {}

    /** The pattern for {@code like} that finds this text anywhere, in normal form; its own signs stand for themselves. */
    public static String pattern(String text) {
        return "%" + NormalForm.text(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
