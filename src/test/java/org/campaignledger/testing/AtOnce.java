package org.campaignledger.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several of them at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** The same done so many times at once. */
    public static <T> List<T> each(int times, Callable<T> work) {
        return all(Collections.nCopies(times, work));
    }

    /** All of these at once; the answers in their order. */
    public static <T> List<T> all(List<? extends Callable<T>> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> begun : threads.invokeAll(work)) {
                answers.add(begun.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
