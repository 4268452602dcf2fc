package org.campaignledger.progress.read.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.progress.live.LiveProgress;
import org.campaignledger.progress.live.Now;
import org.campaignledger.progress.read.progress.Moment;
import org.campaignledger.progress.read.progress.Progress;
import org.campaignledger.progress.read.progress.ProgressMaker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes frames of live progress. */
@Component
class Frames {

    private final LiveProgress live;
    private final LedgerClock clock;
    private final JsonMapper json;
    private final Timer making;

    Frames(LiveProgress live, LedgerClock clock, JsonMapper json, MeterRegistry registry) {
        this.live = live;
        this.clock = clock;
        this.json = json;
        this.making = Timer.builder("ledger.stream.frame").description("Making one frame for all who look on")
                .register(registry);
    }

    private record Made(Progress progress, LocalDate today, LiveProgress.Version version) {}

    /**
     * A frame of the campaign as it stands.
     *
     * @param unit only this unit or sub-unit; absent for all
     * @throws Refused 404 for a campaign that is not open, 422 {@code unknown-unit}
     */
    Frame make(String campaign, @Nullable String unit) {
        long began = System.nanoTime();
        Instant clockNow = clock.now();
        Made made = live.read(campaign, now -> make(now, clockNow, unit)).orElseThrow(live::unknown);
        byte[] bytes = json.writeValueAsBytes(made.progress());
        making.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return Frame.of(made.progress().position(), made.version(), made.today(), bytes);
    }

    private static Made make(Now now, Instant clockNow, @Nullable String unit) {
        LocalDate today = clockNow.atZone(now.state().zone()).toLocalDate();
        Moment moment = new Moment(now.position(), now.recordedAt(), today, null);
        return new Made(ProgressMaker.make(now.state(), now.balance(), moment, unit), today, now.version());
    }

    /** Whether figures, targets or the day have changed since a frame was made. */
    boolean isOutdated(String campaign, Frame frame) {
        if (!live.version(campaign).equals(frame.version())) {
            return true;
        }
        Optional<LocalDate> today = live.read(campaign, now -> clock.now().atZone(now.state().zone()).toLocalDate());
        return today.isPresent() && !today.get().equals(frame.today());
    }
}
