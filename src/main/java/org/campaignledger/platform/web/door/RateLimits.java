package org.campaignledger.platform.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.campaignledger.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How often somebody whom nobody knows may ask, by the address that they come from: {@code ledger.limits.NAME} so many
 * times in a period, and 429 beyond. Counted by each instance for itself. Signed-in programs never meet these. Time is
 * that of the real clock: addresses do not live in a campaign.
 */
@Component
public class RateLimits {

    /** Addresses that are remembered at once; beyond, whoever has waited out their period is forgotten first. */
    private static final int MOST_ADDRESSES = 100_000;

    private final Environment environment;
    private final InstantSource clock;
    private final Map<Key, Window> windows = new ConcurrentHashMap<>();

    /** What is limited. */
    public enum Of {

        /** Files sent without an account. */
        UPLOADS("uploads", 30, Duration.ofHours(1)),
        /** Works submitted without an account. */
        SUBMISSIONS("submissions", 30, Duration.ofHours(1)),
        /** Receipt codes looked up. */
        RECEIPTS("receipts", 60, Duration.ofMinutes(1)),
        /** Forms kept for somebody whose session has ended: no address takes all the room that there is for them. */
        FORMS("forms", 20, Duration.ofMinutes(10)),
        /** Links of mails followed. */
        LINKS("links", 60, Duration.ofMinutes(1)),
        /** Cosignatures left by witnesses, each of which is verified. */
        COSIGNATURES("cosignatures", 120, Duration.ofMinutes(1));

        private final String property;
        private final int most;
        private final Duration period;

        Of(String property, int most, Duration period) {
            this.property = property;
            this.most = most;
            this.period = period;
        }
    }

    private record Key(Of of, String address) {}

    private record Window(long number, int count) {}

    /** Limits as configured. */
    @Autowired
    public RateLimits(Environment environment) {
        this(environment, InstantSource.system());
    }

    RateLimits(Environment environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Counts a request.
     *
     * @throws Refused 429 {@code too-many-requests}
     */
    public void check(Of what, HttpServletRequest request) {
        int most = environment.getProperty("ledger.limits." + what.property, Integer.class, what.most);
        long number = clock.millis() / what.period.toMillis();
        if (windows.size() >= MOST_ADDRESSES) {
            windows.entrySet().removeIf(entry -> entry.getValue().number() != clock.millis()
                    / entry.getKey().of().period.toMillis());
        }
        Window now = windows.compute(new Key(what, ClientNetwork.of(String.valueOf(request.getRemoteAddr()))),
                (key, before) -> before == null || before.number() != number
                        ? new Window(number, 1)
                        : new Window(number, before.count() + 1));
        if (now.count() > most) {
            throw Refused.of(Refused.Kind.TOO_MANY, "too-many-requests");
        }
    }
}
