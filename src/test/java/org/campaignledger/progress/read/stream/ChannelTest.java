package org.campaignledger.progress.read.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.campaignledger.progress.live.LiveProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Timer fanOut = new SimpleMeterRegistry().timer("fanout");
    private final Channel channel = new Channel("2019", null, fanOut);
    private final Frame first = frame(0);
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void close() {
        channel.close();
    }

    private static Frame frame(long position) {
        return Frame.of(position, new LiveProgress.Version(0, position), LocalDate.EPOCH,
                ("{" + position + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(long... positions) {
        StringBuilder text = new StringBuilder();
        for (long position : positions) {
            text.append("event: progress\nid: ").append(position).append("\ndata: {").append(position).append("}\n\n");
        }
        return text.toString();
    }

    /** A client's end of the stream, which blocks the writer for as long as it is told to. */
    private static final class Client extends OutputStream {

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private volatile CountDownLatch reads = new CountDownLatch(0);
        private volatile boolean blocked;
        private volatile boolean gone;

        @Override
        public void write(int one) {
            throw new UnsupportedOperationException("byte by byte");
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (gone) {
                throw new IOException("gone");
            }
            try {
                blocked = reads.getCount() > 0;
                reads.await();
                blocked = false;
            } catch (InterruptedException interrupted) {
                throw new InterruptedIOException();
            }
            synchronized (received) {
                received.write(bytes, from, length);
            }
        }

        private String text() {
            synchronized (received) {
                return received.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private Client join(Duration keepAlive) {
        Client client = new Client();
        Onlooker onlooker = new Onlooker(channel, client, keepAlive);
        channel.join(onlooker);
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                onlooker.run(first);
            } catch (IOException gone) {
                channel.leave(onlooker);
            }
        }));
        return client;
    }

    private Client join() {
        return join(SOON);
    }

    private static void gets(Client client, String text) {
        await().atMost(SOON).untilAsserted(() -> assertThat(client.text()).isEqualTo(text));
    }

    @Test
    void everyoneGetsEveryFrameOnce() {
        Client one = join();
        Client other = join();
        channel.publish(frame(3));
        gets(one, text(3));
        gets(other, text(3));
        channel.publish(frame(7));
        gets(one, text(3, 7));
        gets(other, text(3, 7));
    }

    @Test
    void aSlowClientHoldsUpNobodyAndGoesOnWithTheNewest() {
        Client slow = join();
        slow.reads = new CountDownLatch(1);
        Client quick = join();
        channel.publish(frame(1));
        gets(quick, text(1));
        await().atMost(SOON).until(() -> slow.blocked);
        channel.publish(frame(2));
        gets(quick, text(1, 2));
        channel.publish(frame(3));
        gets(quick, text(1, 2, 3));
        assertThat(slow.text()).isEmpty();
        slow.reads.countDown();
        gets(slow, text(1, 3));
    }

    @Test
    void aClientThatHasGoneLeaves() {
        Client client = join();
        client.gone = true;
        channel.publish(frame(1));
        await().atMost(SOON).until(() -> channel.size() == 0);
    }

    @Test
    void aCommentKeepsAQuietStreamAlive() {
        Client client = join(Duration.ofMillis(50));
        await().atMost(SOON).until(() -> client.text().startsWith(": keep-alive\n\n: keep-alive\n\n"));
        assertThat(Onlooker.KEEP_ALIVE).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void streamsEndWhenTheChannelIsClosed() {
        join();
        join();
        channel.close();
        await().atMost(SOON).until(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void anOlderFrameNeverFollowsANewer() {
        Client client = join();
        channel.publish(frame(5));
        gets(client, text(5));
        channel.begin(frame(4)); // made by someone who joined at the same time
        assertThat(channel.newest()).isNotNull().extracting(Frame::position).isEqualTo(5L);
        channel.publish(frame(6));
        gets(client, text(5, 6));
    }

    @Test
    void theNextFrameWaitsUntilMostHaveTheLast() {
        Client slow = join();
        slow.reads = new CountDownLatch(1);
        channel.publish(frame(1));
        assertThat(channel.dueInNanos()).isGreaterThan(Duration.ofMillis(500).toNanos());
        assertThat(fanOut.count()).isZero();
        slow.reads.countDown();
        gets(slow, text(1));
        await().atMost(SOON).until(() -> fanOut.count() == 1);
    }
}
