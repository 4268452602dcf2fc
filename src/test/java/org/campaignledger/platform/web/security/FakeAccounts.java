package org.campaignledger.platform.web.security;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Accounts in memory, which count how often they are asked and can be made unreachable. */
final class FakeAccounts implements Accounts {

    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean down;

    @Override
    public Optional<Login> find(String username) {
        asked.incrementAndGet();
        if (down) {
            throw new DataAccessResourceFailureException("down");
        }
        return Optional.ofNullable(logins.get(username));
    }

    void open(String username, Role role, @Nullable String scope, PasswordHash password) {
        logins.put(username, new Login(new Actor(username, role, scope, null), password, false, false, 1));
    }

    void setPassword(String username, PasswordHash password) {
        logins.computeIfPresent(username,
                (name, login) -> new Login(login.actor(), password, login.disabled(),
                        login.secondFactor(), login.version() + 1));
    }

    /** From now on codes are asked for. */
    void enrol(String username) {
        logins.computeIfPresent(username,
                (name, login) -> new Login(login.actor(), login.password(), login.disabled(), true, login.version()));
    }

    void disable(String username) {
        logins.computeIfPresent(username,
                (name, login) -> new Login(login.actor(), login.password(), true, login.secondFactor(),
                        login.version() + 1));
    }
}
