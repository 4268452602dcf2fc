package org.campaignledger.platform.web.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How the accounts in use stand, read again from the database twice a second at most. What this instance changes holds
 * at once; what another instance changes holds here after {@link #RECHECKED} at the latest.
 */
@Component
public class Standings {

    /** How old what is known of an account may be. */
    static final Duration RECHECKED = Duration.ofMillis(500);

    private final Accounts accounts;
    private final LongSupplier nanoTime;
    private final AtomicLong changes = new AtomicLong();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Standings of these accounts. */
    @Autowired
    public Standings(Accounts accounts) {
        this(accounts, System::nanoTime);
    }

    Standings(Accounts accounts, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.nanoTime = nanoTime;
    }

    /** What was read, when, and after how many changes on this instance: taken before reading, so never too new. */
    private record Read(Login login, long atNanos, long changes) {}

    private static final class Entry {

        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Read read;
    }

    /** An account was changed here, and the change is durable: everything known is read again before it is used. */
    public void changed() {
        changes.incrementAndGet();
    }

    /** The account as it stands; empty if there is none. */
    Optional<Login> of(String username) {
        Entry entry = entries.get(username);
        if (entry == null) {
            return firstRead(username);
        }
        Login known = fresh(entry);
        return known == null ? readAgain(username, entry) : Optional.of(known);
    }

    /** Whether what was verified for this principal still holds. */
    boolean stands(SignedIn who) {
        return of(who.getName()).filter(login -> !login.disabled() && login.version() == who.version()).isPresent();
    }

    /** Only accounts that exist are kept: guessed names must not fill the memory. */
    private Optional<Login> firstRead(String username) {
        Entry entry = new Entry();
        Optional<Login> login = read(username, entry);
        login.ifPresent(found -> entries.putIfAbsent(username, entry));
        return login;
    }

    /** One thread reads, the others wait for it: an account in heavy use costs two look-ups a second, not hundreds. */
    private Optional<Login> readAgain(String username, Entry entry) {
        entry.reading.lock();
        try {
            Login known = fresh(entry);
            return known == null ? read(username, entry) : Optional.of(known);
        } finally {
            entry.reading.unlock();
        }
    }

    private Optional<Login> read(String username, Entry entry) {
        long before = changes.get();
        long at = nanoTime.getAsLong();
        Optional<Login> login = accounts.find(username);
        entry.read = login.map(found -> new Read(found, at, before)).orElse(null);
        return login;
    }

    private @Nullable Login fresh(Entry entry) {
        Read read = entry.read;
        return read != null && read.changes() == changes.get()
                && nanoTime.getAsLong() - read.atNanos() < RECHECKED.toNanos() ? read.login() : null;
    }
}
