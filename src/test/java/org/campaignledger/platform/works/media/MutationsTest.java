package org.campaignledger.platform.works.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.works.made.Boxes.box;
import static org.campaignledger.platform.works.made.Boxes.join;
import static org.campaignledger.platform.works.made.Boxes.text;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeSound;
import org.campaignledger.platform.works.made.MadeVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were changed at random are known or refused; nothing else ever comes of them. */
class MutationsTest {

    private static final int ROUNDS = Integer.getInteger("works.mutations", 300);
    private static final long SEED = Long.getLong("works.seed", System.nanoTime());

    /** A picture decoded to what is looked at, and its rows; no file is larger than some kilobytes. */
    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    Path folder;

    @Test
    void whateverIsDoneToAFileItIsKnownOrRefused() throws Exception {
        System.out.println("works.seed=" + SEED);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<byte[]> valid = List.of(
                MadeVideo.lasting("t", 5000).with(box("udta", text("a name"))).bytes(),
                MadeVideo.lasting("t", 5000).moovLast().bytes(), MadeSound.m4a(20),
                MadePicture.jpeg("t", 64, 48, 1), MadePicture.png("t", 64, 48, 1), MadeSound.wav(440, 100),
                join(SoundTest.id3(40), MadeSound.mp3(5), SoundTest.ape("x")));
        Map<String, Integer> outcomes = new TreeMap<>();
        Path file = folder.resolve("work");
        long most = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (byte[] one : valid) {
                byte[] changed = changed(one, random);
                Files.write(file, changed);
                long before = taken();
                outcomes.merge(outcome(file, changed), 1, Integer::sum);
                most = Math.max(most, taken() - before);
            }
        }
        System.out.println("outcomes: " + outcomes + ", at most " + most + " bytes for one");
        assertThat(most).as("bytes taken for one file").isLessThan(MOST_BYTES);
        assertThat(outcomes.keySet()).as("all kinds are met").contains("facts", "media-truncated", "media-malformed");
    }

    /** Bytes that this thread has taken from the heap so far. */
    private static long taken() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static String outcome(Path file, byte[] changed) throws Exception {
        try {
            Facts facts = MediaInspector.inspect(file);
            Looked.redacted(changed, facts.redaction());
            return "facts";
        } catch (Refused refused) {
            assertThat(refused.code()).startsWith("media-");
            return refused.code();
        }
    }

    /** Bytes flipped, numbers made extreme, ends cut off, pieces repeated; mostly near the beginning, where headers are. */
    private static byte[] changed(byte[] valid, RandomGenerator random) {
        byte[] bytes = valid.clone();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextBoolean() ? random.nextInt(bytes.length) : random.nextInt(Math.min(900, bytes.length));
            if (random.nextInt(3) == 0) {
                // Headers at the end are as interesting as those in front.
                at = bytes.length - 1 - at;
            }
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xff);
                case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0);
                case 4 -> {
                    if (random.nextInt(4) == 0 && bytes.length > 2) {
                        bytes = Arrays.copyOf(bytes, random.nextInt(1, bytes.length));
                    }
                }
                default -> {
                    int length = random.nextInt(Math.min(64, bytes.length));
                    int from = random.nextInt(bytes.length - length);
                    int to = random.nextInt(bytes.length - length);
                    System.arraycopy(bytes, from, bytes, to, length);
                }
            }
        }
        return bytes;
    }
}
