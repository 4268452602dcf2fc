package org.campaignledger.platform.processing;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Figures that are asked of the database when metrics are collected. While it is away each would wait for a connection,
 * one after the other, and nobody would get any metrics just when they are wanted: after the first that fails, all are
 * "not a number" for a while.
 */
final class FiguresOfTheDatabase {

    private static final long SILENT_NANOS = Duration.ofSeconds(10).toNanos();

    private volatile boolean silent;
    private volatile long silentSinceNanos;

    /** The figure; not a number if the database does not tell it, or did not tell another one just now. */
    Number ask(Supplier<? extends Number> figure) {
        if (silent && System.nanoTime() - silentSinceNanos < SILENT_NANOS) {
            return Double.NaN;
        }
        try {
            Number told = figure.get();
            silent = false;
            return told;
        } catch (RuntimeException gone) {
            silentSinceNanos = System.nanoTime();
            silent = true;
            return Double.NaN;
        }
    }
}
