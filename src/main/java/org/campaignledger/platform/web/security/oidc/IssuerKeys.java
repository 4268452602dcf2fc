package org.campaignledger.platform.web.security.oidc;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;

/**
 * The keys that the issuer publishes, remembered. They are asked for again after five minutes, and when somebody names
 * one that is not among them: it may be new. That is asked at most every ten seconds, whatever strangers send, since
 * nothing they send has been verified yet. While the issuer is away, those that are known serve for an hour.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    static final Duration KEPT = Duration.ofMinutes(5);
    static final Duration BETWEEN = Duration.ofSeconds(10);
    static final Duration WITHOUT_THE_ISSUER = Duration.ofHours(1);

    private final Supplier<String> published;
    private final LongSupplier nanoTime;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile @Nullable Long askedAtNanos;
    private volatile long asks;

    private record Known(JWKSet keys, long atNanos) {}

    /**
     * Keys.
     *
     * @param published asks the issuer for them
     * @param nanoTime  a clock that only goes on
     */
    IssuerKeys(Supplier<String> published, LongSupplier nanoTime) {
        this.published = published;
        this.nanoTime = nanoTime;
    }

    /**
     * Those that fit.
     *
     * @throws RemoteKeySourceException none are known, and the issuer can't be asked
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        Known before = known;
        List<JWK> found = before == null ? List.of() : selector.select(before.keys());
        if (before != null && (found.isEmpty() ? !mayAsk() : age(before.atNanos()) < KEPT.toNanos() || !mayAsk())) {
            return found;
        }
        return selector.select(asked(before));
    }

    private boolean mayAsk() {
        Long at = askedAtNanos;
        return at == null || age(at) >= BETWEEN.toNanos();
    }

    private long age(long atNanos) {
        return nanoTime.getAsLong() - atNanos;
    }

    /** By one at a time; whoever waited takes what the other has found, or that it has found nothing. */
    private JWKSet asked(@Nullable Known before) throws RemoteKeySourceException {
        long asksBefore = asks;
        asking.lock();
        try {
            Known meanwhile = known;
            if (meanwhile != null && !meanwhile.equals(before)) {
                return meanwhile.keys();
            }
            if (asks != asksBefore) {
                return knownOrNone(before, null); // who was asked meanwhile did not answer
            }
            asks++;
            askedAtNanos = nanoTime.getAsLong();
            Known now = new Known(JWKSet.parse(published.get()), nanoTime.getAsLong());
            known = now;
            return now.keys();
        } catch (RestClientException | ParseException away) {
            return knownOrNone(before, away);
        } finally {
            askedAtNanos = nanoTime.getAsLong();
            asking.unlock();
        }
    }

    /** The keys of before, for as long as they serve without the issuer. */
    private JWKSet knownOrNone(@Nullable Known before, @Nullable Exception away) throws RemoteKeySourceException {
        if (before != null && age(before.atNanos()) < WITHOUT_THE_ISSUER.toNanos()) {
            return before.keys();
        }
        throw new RemoteKeySourceException("the issuer's keys can't be had", away);
    }
}
