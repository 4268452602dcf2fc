package org.campaignledger.platform.web.refusal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Requests that have failed within, {@code ledger.failures}. Told from the start on: of a series that begins with its first
 * failure nobody can say that it has grown, so that no alert would ever fire for it.
 */
@Component
final class Failures implements MeterBinder {

    private static final AtomicLong COUNT = new AtomicLong();

    /** One more. */
    static void another() {
        COUNT.incrementAndGet();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("ledger.failures", COUNT, AtomicLong::doubleValue)
                .description("Requests that were answered with 500").register(registry);
    }
}
