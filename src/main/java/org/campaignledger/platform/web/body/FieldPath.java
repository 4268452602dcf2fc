package org.campaignledger.platform.web.body;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a body, such as {@code changes[0].events}. A chain of links that becomes a text only when
 * something is wrong there, since nearly always nothing is.
 */
final class FieldPath {

    /** The body as a whole; its text is empty. */
    static final FieldPath ROOT = new FieldPath(null, "");

    /** A sender's own names are echoed, but not at any length. */
    private static final int MAX_NAME_LENGTH = 64;

    private final @Nullable FieldPath parent;
    private final String link;

    private FieldPath(@Nullable FieldPath parent, String link) {
        this.parent = parent;
        this.link = link;
    }

    /** The field of this name inside this value. */
    FieldPath field(String name) {
        return new FieldPath(this, name);
    }

    /** The element of this index, from 0, inside this value. */
    FieldPath element(int index) {
        return new FieldPath(this, "[" + index + "]");
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        String before = parent.toString();
        String own = printable(link);
        return before.isEmpty() || own.startsWith("[") ? before + own : before + "." + own;
    }

    /** Control characters and halves of characters would make the refusal itself unreadable. */
    private static String printable(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints()
                .limit(MAX_NAME_LENGTH)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(text::appendCodePoint);
        return name.codePointCount(0, name.length()) > MAX_NAME_LENGTH ? text.append('…').toString() : text.toString();
    }
}
