package org.campaignledger.platform.works.media.mp4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.MediaRefusals;

/**
 * Lists the boxes of one level at a time. Nothing descends by itself, so that boxes nested ten thousand deep are one box
 * of no known name; and of all levels together only so many are read.
 */
final class BoxReader {

    private static final int MOST_BOXES = 20_000;

    private final FileBytes bytes;
    private int read;

    BoxReader(FileBytes bytes) {
        this.bytes = bytes;
    }

    /** The boxes of the file itself; the last may run to the end without saying how long it is. */
    List<Box> ofFile() {
        return between(0, bytes.length(), true);
    }

    /** The boxes in another. */
    List<Box> in(Box box) {
        return between(box.body(), box.end(), false);
    }

    /** The boxes in a part of another, after fields of its own. */
    List<Box> between(long from, long to) {
        return between(from, to, false);
    }

    private List<Box> between(long from, long to, boolean isFile) {
        List<Box> boxes = new ArrayList<>();
        // Some writers end a list with four zeros; nothing shorter than a header can be a box.
        for (long at = from; isFile ? at < to : to - at >= 8;) {
            if (++read > MOST_BOXES) {
                throw MediaRefusals.tooComplex();
            }
            Box box = header(at, to, isFile);
            boxes.add(box);
            at = box.end();
        }
        return boxes;
    }

    private Box header(long at, long limit, boolean isFile) {
        long size = bytes.u32(at);
        int type = bytes.i32(at + 4);
        long body = at + 8;
        if (size == 1) {
            size = bytes.u63(at + 8);
            body = at + 16;
        } else if (size == 0 && isFile) {
            size = limit - at;
        }
        if (size < body - at) {
            throw MediaRefusals.malformed(Box.name(type));
        }
        if (size > limit - at) {
            // Past the end of the file the rest is missing; past the end of the box around it somebody is lying.
            throw isFile || !bytes.has(at, size)
                    ? MediaRefusals.truncated()
                    : MediaRefusals.malformed(Box.name(type));
        }
        return new Box(type, at, body, at + size);
    }

    /**
     * The box of this name, if there is one.
     *
     * @throws Refused {@code media-malformed} if there are several: readers would choose differently
     */
    static Optional<Box> find(List<Box> boxes, String name) {
        int type = Box.type(name);
        List<Box> found = boxes.stream().filter(box -> box.type() == type).toList();
        if (found.size() > 1) {
            throw MediaRefusals.malformed(name);
        }
        return found.stream().findFirst();
    }

    /** The box of this name, which must be there once. */
    static Box one(List<Box> boxes, String name) {
        return find(boxes, name).orElseThrow(() -> MediaRefusals.malformed(name));
    }
}
