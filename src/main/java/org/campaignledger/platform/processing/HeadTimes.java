package org.campaignledger.platform.processing;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * When the ledger's head was first seen at which position, as far as it was looked at. When there are too many, every
 * second one is forgotten: the newest half of {@link #MOST} is always whole, what is older is known less exactly the older
 * it is. Looked at every few seconds, as who collects figures does, that is whole for half a day.
 */
final class HeadTimes {

    static final int MOST = 16_384;

    private final TreeMap<Long, Long> nanosByHead = new TreeMap<>();

    /** Notes that the head stands here now; a ledger that was set back begins anew. */
    synchronized void seen(long head, long nanos) {
        Map.Entry<Long, Long> last = nanosByHead.lastEntry();
        if (last != null && last.getKey() > head) {
            nanosByHead.tailMap(head, false).clear();
        }
        nanosByHead.putIfAbsent(head, nanos);
        if (nanosByHead.size() > MOST) {
            thinOut();
        }
    }

    /** When the head was first seen beyond a position; {@code otherwise} if it never was. */
    synchronized long passed(long position, long otherwise) {
        Map.Entry<Long, Long> beyond = nanosByHead.higherEntry(position);
        return beyond == null ? otherwise : beyond.getValue();
    }

    private void thinOut() {
        boolean drop = false;
        for (Iterator<Long> heads = nanosByHead.keySet().iterator(); heads.hasNext(); drop = !drop) {
            heads.next();
            if (drop) {
                heads.remove();
            }
        }
    }
}
