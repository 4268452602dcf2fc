package org.campaignledger.platform.eventstore;

import java.util.Map;

/**
 * Which of the events of its append an event is. They were written together or not at all, and are to be seen so: a
 * reader who stands between two of them goes back to before the first.
 *
 * @param index from 1
 * @param count how many events the append has
 */
public record AppendPlace(int index, int count) {

    private static final AppendPlace ALONE = new AppendPlace(1, 1);

    /** A place. */
    public static AppendPlace of(int index, int count) {
        return count == 1 ? ALONE : new AppendPlace(index, count);
    }

    /** The place that an event's metadata tell. */
    public static AppendPlace of(Map<String, String> metadata) {
        String text = metadata.get(MetadataKeys.APPEND);
        if (text == null) {
            return ALONE;
        }
        int slash = text.indexOf('/');
        return new AppendPlace(Integer.parseInt(text, 0, slash, 10),
                Integer.parseInt(text, slash + 1, text.length(), 10));
    }

    /** Whether its append ends with it. */
    public boolean isLast() {
        return index == count;
    }

    /** As metadata hold it. */
    public String text() {
        return index + "/" + count;
    }
}
