package org.campaignledger.platform.web.security;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessResourceFailureException;

/** Sessions in memory, which can be made unreachable. */
final class FakeSessions implements SignInSessions {

    final Map<ByteBuffer, Session> sessions = new ConcurrentHashMap<>();
    private final Map<ByteBuffer, Integer> wrongCodes = new ConcurrentHashMap<>();
    volatile boolean down;

    private Map<ByteBuffer, Session> reached() {
        if (down) {
            throw new DataAccessResourceFailureException("down");
        }
        return sessions;
    }

    @Override
    public void begin(byte[] hash, Session session, String browser) {
        reached().put(ByteBuffer.wrap(hash), session);
    }

    @Override
    public Optional<Session> find(byte[] hash) {
        return Optional.ofNullable(reached().get(ByteBuffer.wrap(hash)));
    }

    @Override
    public void end(byte[] hash) {
        reached().remove(ByteBuffer.wrap(hash));
    }

    @Override
    public int endAll(String account) {
        int before = reached().size();
        sessions.values().removeIf(session -> session.account().equals(account));
        return before - sessions.size();
    }

    @Override
    public List<Listed> of(String account, byte[] asking) {
        return reached().entrySet().stream().filter(entry -> entry.getValue().account().equals(account))
                .map(entry -> new Listed("", Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, entry.getKey().equals(
                        ByteBuffer.wrap(asking))))
                .toList();
    }

    @Override
    public int wrongCode(byte[] hash) {
        return wrongCodes.merge(ByteBuffer.wrap(hash), 1, Integer::sum);
    }

    @Override
    public void passed(byte[] hash) {
        reached().computeIfPresent(ByteBuffer.wrap(hash), (key, session) -> new Session(session.account(),
                session.version(), Factor.PASSED));
    }
}
