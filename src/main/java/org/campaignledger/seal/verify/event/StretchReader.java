package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Source;
import org.jspecify.annotations.Nullable;

/** Reads stretches of events and holds each event against what was sealed. */
final class StretchReader {

    private final Source source;
    private final @Nullable PublishedPostings published;

    StretchReader(Source source, @Nullable PublishedPostings published) {
        this.source = source;
        this.published = published;
    }

    /** Reads a stretch, up to the first event that is not in order, and what is published of its postings. */
    Stretch read(long first, long last, Leaves leaves) throws IOException, Verdict {
        Stretch stretch = events(first, last, leaves);
        if (published != null && stretch.count() > 0 && stretch.fold.obstacle() == null) {
            stretch.misposted = misposted(published, stretch, first);
        }
        return stretch;
    }

    private static @Nullable Wrong misposted(PublishedPostings published, Stretch stretch, long first)
            throws IOException, Verdict {
        try (LineReader lines = new LineReader(published.postings(first, stretch.end() - 1))) {
            while (lines.next()) {
                stretch.postings.published(new String(lines.buffer(), lines.start(), lines.end() - lines.start(),
                        StandardCharsets.UTF_8));
            }
        } catch (Malformed malformed) {
            return Wrong.at(first, Fault.FIGURE, "among the postings that are published from here on, "
                    + malformed.getMessage());
        }
        return stretch.postings.first();
    }

    private Stretch events(long first, long last, Leaves leaves) throws IOException, Verdict {
        Stretch stretch = new Stretch(first, (int) (last - first + 1), published != null);
        try (EventLines lines = new EventLines(source.events(first, last))) {
            while (stretch.end() <= last) {
                if (!lines.next()) {
                    stretch.suspect = true;
                    return stretch;
                }
                if (!take(lines.event(), stretch, leaves)) {
                    return stretch;
                }
            }
            if (lines.next()) {
                stretch.wrong = Wrong.at(last + 1, Fault.INSERTED, "there is an event too many before this position");
            }
        } catch (Malformed malformed) {
            stretch.wrong = Wrong.at(stretch.end(), Fault.CHANGED,
                    "what stands here is no event: " + malformed.getMessage());
        } catch (IOException failure) {
            if (!source.isDamage(failure)) {
                throw failure;
            }
            stretch.wrong = Wrong.at(stretch.end(), Fault.CHANGED,
                    "from here on it cannot be unpacked: " + failure.getMessage());
        }
        return stretch;
    }

    private static boolean take(StoredEvent event, Stretch stretch, Leaves leaves) throws IOException, Verdict {
        long position = stretch.end();
        event.makeEntry();
        if (event.position != position || !leaves.sealed(position, event.entryBytes(), event.entryLength())) {
            suspect(event, stretch);
            return false;
        }
        @Nullable
        String disagreement = event.disagreement();
        if (disagreement != null) {
            stretch.wrong = Wrong.at(position, Fault.CHANGED, disagreement);
            return false;
        }
        if (event.recordedAt < stretch.lastRecordedAt) {
            stretch.wrong = earlier(position);
            return false;
        }
        stretch.take(event);
        stretch.fold.take(event);
        stretch.attached.take(event);
        return true;
    }

    static Wrong earlier(long position) {
        return Wrong.at(position, Fault.REORDERED, "it was recorded before the event of the position before it");
    }

    private static void suspect(StoredEvent event, Stretch stretch) {
        event.makeEntry();
        stretch.suspect = true;
        stretch.suspectEntry = event.entry();
    }

    /** The entry of the event that stands at a place; nothing where there is none that can be read. */
    byte @Nullable [] at(long place, long size) throws IOException, Verdict {
        if (place < 1 || place > size) {
            return null;
        }
        long first = (place - 1) / Source.STRETCH * Source.STRETCH + 1;
        if (source.isLive()) {
            first = place;
        }
        try (EventLines lines = new EventLines(source.events(first, Math.min(size, first + Source.STRETCH - 1)))) {
            for (long at = first; lines.next(); at++) {
                if (source.isLive() ? lines.event().position == place : at == place) {
                    lines.event().makeEntry();
                    return lines.event().entry();
                }
                if (source.isLive()) {
                    return null;
                }
            }
        } catch (Malformed malformed) {
            return null;
        }
        return null;
    }
}
