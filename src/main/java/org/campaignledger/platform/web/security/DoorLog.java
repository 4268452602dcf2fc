package org.campaignledger.platform.web.security;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.campaignledger.platform.tracing.Correlation;
import org.campaignledger.platform.web.door.ClientNetwork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Writes down who was let in at the door and who was not, a line each, and counts them ({@code ledger.signins},
 * {@code ledger.refusals}). A line names an account that exists and never what else was typed: people type passwords
 * where the name belongs. It names a place by its row in the table of the door, since an address may hold a secret.
 */
@Component
public final class DoorLog implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(DoorLog.class);
    private static final String NOBODY = "-";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    /** Attribute of a request: the method and the place of what was refused in its name (see {@link ContractDoor}). */
    static final String PLACE = DoorLog.class.getName() + ".place";
    private static final Set<String> TOLD = Set.of("csrf", "token-access", "wrong-role", "foreign-unit",
            "not-signed-in");
    private static final String OTHER = "other";

    /** Of tries that failed; a flood of them is counted all the same. Some 300 MB a day at the most. */
    private static final int MOST_FAILURES_A_MINUTE = 1_000;
    private static final LinesAMinute FAILURES = new LinesAMinute(MOST_FAILURES_A_MINUTE, System::nanoTime);

    /** A program signs in with every request; it is written down once in this time. */
    static final Duration SELDOM = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;

    private static final Map<String, LongAdder> SIGN_INS = new TreeMap<>();
    private static final Map<String, LongAdder> REFUSALS = new TreeMap<>();
    private static final Map<String, Long> WRITTEN = new LinkedHashMap<>();

    static {
        for (Way way : Way.values()) {
            for (Outcome outcome : Outcome.values()) {
                SIGN_INS.put(way + " " + outcome, new LongAdder());
            }
        }
        TOLD.forEach(code -> REFUSALS.put(code, new LongAdder()));
        REFUSALS.put(OTHER, new LongAdder());
    }

    /** How somebody wants to come in. */
    public enum Way {
        /** Name and password, on the form. */
        FORM,
        /** A code of the second factor, after the form. */
        CODE,
        /** HTTP Basic. */
        BASIC,
        /** An API token, or a bearer token of an issuer. */
        TOKEN,
        /** The issuer's own sign-in. */
        ISSUER
    }

    /** What came of it. */
    public enum Outcome {
        /** Signed in. */
        GRANTED,
        /** The password was right, and a code is asked for. */
        CODE_ASKED,
        /** Wrong. */
        REFUSED,
        /** Too many were wrong: nothing was verified. */
        THROTTLED,
        /** It could not be verified. */
        UNAVAILABLE
    }

    /** What came of a try that ended with this exception. */
    public static Outcome outcome(AuthenticationException why) {
        return switch (why) {
            case TooManySignIns many -> Outcome.THROTTLED;
            case AuthenticationServiceException unable -> Outcome.UNAVAILABLE;
            default -> Outcome.REFUSED;
        };
    }

    /**
     * Writes down a try to sign in.
     *
     * @param account an account that exists; absent where what was typed names none
     */
    public static void signIn(HttpServletRequest request, Way way, Outcome outcome, @Nullable String account) {
        counted(SIGN_INS, way + " " + outcome);
        if (outcome != Outcome.GRANTED && outcome != Outcome.CODE_ASKED) {
            long left = FAILURES.take();
            if (left < 0) {
                return;
            }
            if (left > 0) {
                LOG.warn("sign-in lines left out: {} tries failed that are counted alone (ledger.signins)", left);
            }
        }
        LOG.info("sign-in outcome={} way={} account={} network={} correlation={}", lower(outcome), lower(way),
                account == null ? NOBODY : account, network(request), Correlation.of(request));
    }

    /** As {@link #signIn}, of a program that was let in; once in a while for the same one from the same place. */
    static void program(HttpServletRequest request, Way way, String account, long nanoTime) {
        String who = way + " " + account + " " + network(request);
        synchronized (WRITTEN) {
            Long at = WRITTEN.get(who);
            if (at != null && nanoTime - at < SELDOM.toNanos()) {
                return;
            }
            WRITTEN.remove(who); // so that it takes its new place at the end
            WRITTEN.put(who, nanoTime);
            if (WRITTEN.size() > MOST_REMEMBERED) {
                WRITTEN.remove(WRITTEN.keySet().iterator().next());
            }
        }
        signIn(request, way, Outcome.GRANTED, account);
    }

    /**
     * Writes down that somebody was refused for what they may not do.
     *
     * @param code    of the refusal
     * @param account absent for nobody; that nobody is signed in is counted alone, as every visitor's first step
     */
    static void refused(HttpServletRequest request, String code, @Nullable String account) {
        counted(REFUSALS, TOLD.contains(code) ? code : OTHER);
        if (!code.equals("not-signed-in")) {
            String place = request.getAttribute(PLACE) instanceof String within ? within : place(request);
            LOG.info("refused code={} account={} {} network={} correlation={}", code, account == null
                    ? NOBODY
                    : account,
                    place, network(request), Correlation.of(request));
        }
    }

    /** The method and the row of a request, as a line has them. */
    static String place(HttpServletRequest request) {
        return "method=" + (METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER) + " place="
                + DoorTable.place(request.getMethod(), Doorkeeper.path(request));
    }

    private static void counted(Map<String, LongAdder> counts, String key) {
        LongAdder count = counts.get(key);
        if (count != null) {
            count.increment();
        }
    }

    private static String network(HttpServletRequest request) {
        return ClientNetwork.of(String.valueOf(request.getRemoteAddr()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** From the start on: of a series that begins with its first event nobody can say that it has grown. */
    @Override
    public void bindTo(MeterRegistry registry) {
        for (Way way : Way.values()) {
            for (Outcome outcome : Outcome.values()) {
                LongAdder count = SIGN_INS.getOrDefault(way + " " + outcome, new LongAdder());
                FunctionCounter.builder("ledger.signins", count, LongAdder::doubleValue).tag("way", lower(way))
                        .tag("outcome", lower(outcome)).description("Tries to sign in").register(registry);
            }
        }
        REFUSALS.forEach((code, count) -> FunctionCounter.builder("ledger.refusals", count, LongAdder::doubleValue)
                .tag("code", code).description("Requests that were answered 401 or 403").register(registry));
    }
}
