package org.campaignledger.platform.web.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.campaignledger.platform.web.door.ClientNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down ({@code ledger.limits.sign-in.*}): failures are counted by account, by address, and by the two
 * together, each with a wait that grows. An address from which an account was signed in to lately meets the last count
 * alone: what others try elsewhere does not keep its holder out. A try counts before anything is verified and is taken
 * back if it was right, so that many at once find out no more than one after the other. The same tried twice at a time
 * counts once; the same tried again, by a program with yesterday's password, say, slows down that program alone and not
 * the office around it. Counted by each instance for itself, by the real clock.
 */
@Component
final class SignInThrottle {

    /** How many pairs of account and address are remembered as having signed in. */
    static final int MOST_KNOWN = 50_000;

    private static final String LIMITS = "ledger.limits.sign-in.";
    private static final long KNOWN_MILLIS = Duration.ofDays(30).toMillis();

    private final InstantSource clock;
    private final FailureCounts<Pair> pairs;
    private final FailureCounts<String> accounts;
    private final FailureCounts<String> networks;
    private final Map<Pair, Long> known = new LinkedHashMap<>();
    private final Set<Object> underWay = new HashSet<>();
    private final Set<Object> wrongLately = new LinkedHashSet<>();

    private record Pair(String account, String network) {}

    /** With limits as configured. */
    @Autowired
    SignInThrottle(Environment environment) {
        this(environment, InstantSource.system());
    }

    SignInThrottle(Environment environment, InstantSource clock) {
        this.clock = clock;
        Duration longest = environment.getProperty(LIMITS + "longest", Duration.class, Duration.ofMinutes(15));
        // A failure of an account is forgotten as slowly as the longest wait: some hundred guesses a day, for good.
        this.pairs = new FailureCounts<>(limit(environment, "pair", 5), longest, longest);
        this.accounts = new FailureCounts<>(limit(environment, "account", 10), longest, longest);
        // Behind one address there may be a whole office, whose members mistype.
        this.networks = new FailureCounts<>(limit(environment, "address", 30), Duration.ofMinutes(1), longest);
    }

    private static int limit(Environment environment, String name, int otherwise) {
        return environment.getProperty(LIMITS + name, Integer.class, otherwise);
    }

    /** A try to sign in; its failure is counted when it begins. */
    final class Attempt {

        private final Pair pair;
        private final Object what;
        private boolean begun;
        private boolean counted;
        private boolean isNew;
        private boolean right;

        private Attempt(Pair pair, Object what) {
            this.pair = pair;
            this.what = what;
        }

        /**
         * Nothing has been verified yet, and is not where somebody has to wait.
         *
         * @throws TooManySignIns not now
         */
        void mayBegin() {
            synchronized (SignInThrottle.this) {
                refuseWhoHasToWait(pair);
            }
        }

        /**
         * Something is going to be verified now: counts as a failure until it turns out right.
         *
         * @throws TooManySignIns not now
         */
        void begin() {
            synchronized (SignInThrottle.this) {
                begun = true;
                if (underWay.contains(what)) {
                    return;
                }
                refuseWhoHasToWait(pair);
                underWay.add(what);
                counted = true;
                long now = clock.millis();
                pairs.count(pair, now);
                isNew = !wrongLately.contains(what);
                if (isNew) {
                    accounts.count(pair.account(), now);
                    networks.count(pair.network(), now);
                }
            }
        }

        /** It was right; without effect unless it had begun. */
        void succeeded() {
            synchronized (SignInThrottle.this) {
                if (!begun) {
                    return;
                }
                right = true;
                pairs.forget(pair);
                wrongLately.remove(what);
                if (isNew) {
                    accounts.takeBack(pair.account());
                    networks.takeBack(pair.network());
                }
                remember(pair);
            }
        }

        /** It is over, whatever came of it. */
        void ended() {
            synchronized (SignInThrottle.this) {
                if (counted) {
                    underWay.remove(what);
                    if (!right) {
                        noteWrong(what);
                    }
                }
            }
        }
    }

    /**
     * A try that has not begun.
     *
     * @param account the name that is given, whether there is such an account or not
     * @param address the client's
     * @param what    equal for tries that find out the same
     */
    Attempt attempt(String account, String address, Object what) {
        return new Attempt(new Pair(account, ClientNetwork.of(address)), what);
    }

    private void refuseWhoHasToWait(Pair pair) {
        long now = clock.millis();
        long millis = pairs.waitMillis(pair, now);
        if (!isKnown(pair, now)) {
            millis = Math.max(millis, Math.max(accounts.waitMillis(pair.account(), now),
                    networks.waitMillis(pair.network(), now)));
        }
        if (millis > 0) {
            throw new TooManySignIns(Math.max(1, (millis + 999) / 1000));
        }
    }

    private boolean isKnown(Pair pair, long now) {
        Long at = known.get(pair);
        return at != null && now - at < KNOWN_MILLIS;
    }

    private void noteWrong(Object what) {
        wrongLately.add(what);
        if (wrongLately.size() > MOST_KNOWN) {
            wrongLately.remove(wrongLately.iterator().next());
        }
    }

    private void remember(Pair pair) {
        known.remove(pair); // so that it takes its new place at the end
        known.put(pair, clock.millis());
        if (known.size() > MOST_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
