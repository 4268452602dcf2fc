package org.campaignledger.platform.web.security;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignledger.kernel.TokenAccess;

/** Tokens in memory, which count how often they are looked up. */
final class FakeTokens implements ApiTokens {

    private final Map<String, Taken> taken = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();

    String issue(String username, TokenAccess access) {
        String token = TokenText.make();
        taken.put(TokenText.sha256(token), new Taken(username, username, access));
        return token;
    }

    @Override
    public Optional<Taken> find(String sha256) {
        asked.incrementAndGet();
        return Optional.ofNullable(taken.get(sha256));
    }

    @Override
    public void used(String id) {}
}
