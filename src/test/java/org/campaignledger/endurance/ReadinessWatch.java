package org.campaignledger.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes each change of what the readiness probe says; 0 stands for nobody there. */
final class ReadinessWatch implements AutoCloseable {

    private final ChildService service;
    private final List<Integer> changes = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean watching = true;

    ReadinessWatch(ChildService service) {
        this.service = service;
        this.thread = Thread.ofPlatform().daemon().name("readiness-watch").start(this::watch);
    }

    private void watch() {
        while (watching) {
            int now = service.readiness();
            if (changes.isEmpty() || changes.getLast() != now) {
                changes.add(now);
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** So far. */
    List<Integer> changes() {
        return new ArrayList<>(changes);
    }

    @Override
    public void close() {
        watching = false;
        thread.interrupt();
    }
}
