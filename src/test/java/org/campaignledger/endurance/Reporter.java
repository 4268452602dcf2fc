package org.campaignledger.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.campaignledger.endurance.LedgerClient.Answer;
import org.jspecify.annotations.Nullable;

/** One who records without end, now and then repeats what was answered, or tries to record the same twice. */
final class Reporter implements Callable<Reporter> {

    private static final String CAMPAIGN = "/api/v1/campaigns/2019/";

    private final String name;
    private final LedgerClient client;
    private final Records records;
    private final Random random;
    private final AtomicBoolean enough;
    private final LedgerClient.Tally tally;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();

    /** A command that was answered with 201. */
    record Acknowledged(String key, Records.Body body, String id, long position) {}

    Reporter(String name, LedgerClient client, Records records, long seed, AtomicBoolean enough,
            LedgerClient.Tally tally) {
        this.name = name;
        this.client = client;
        this.records = records;
        this.random = new Random(seed);
        this.enough = enough;
        this.tally = tally;
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** Keys of commands whose outcome it never learnt. */
    List<String> unanswered() {
        return unanswered;
    }

    @Override
    public Reporter call() throws InterruptedException {
        for (int i = 0; !enough.get(); i++) {
            int what = acknowledged.isEmpty() ? 0 : random.nextInt(20);
            if (what == 1) {
                repeat(acknowledged.get(random.nextInt(acknowledged.size())));
            } else if (what == 2) {
                recordTwice(acknowledged.get(random.nextInt(acknowledged.size())), name + "-twice-" + i);
            } else {
                record(name + "-" + i);
            }
            Thread.sleep(random.nextInt(12));
        }
        return this;
    }

    private void record(String key) throws InterruptedException {
        Records.Body body = records.next();
        Answer answer = post(body, key);
        if (answer == null) {
            unanswered.add(key);
        } else if (answer.status() == 201) {
            tally.acknowledged.incrementAndGet();
            acknowledged.add(new Acknowledged(key, body, answer.id(), answer.position()));
        } else {
            tally.surprises.add(key + " is answered with " + answer);
        }
    }

    private void repeat(Acknowledged before) throws InterruptedException {
        Answer answer = post(before.body(), before.key());
        boolean same = answer == null || (answer.status() == 201 && answer.replayed()
                && answer.position() == before.position() && answer.id().equals(before.id()));
        if (!same) {
            tally.surprises.add(before + " repeated is answered with " + answer);
        }
    }

    private void recordTwice(Acknowledged before, String key) throws InterruptedException {
        Answer answer = post(before.body(), key);
        if (answer != null && answer.status() != 409) {
            tally.surprises.add(before + " recorded twice is answered with " + answer);
        }
    }

    private @Nullable Answer post(Records.Body body, String key)
            throws InterruptedException {
        return client.post(CAMPAIGN + body.register(), "application/json", body.json(), key);
    }
}
