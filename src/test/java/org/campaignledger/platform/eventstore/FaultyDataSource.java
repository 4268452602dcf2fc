package org.campaignledger.platform.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Connections that break at the commit, as told: before the server has committed, or after it and before it says so. */
final class FaultyDataSource {

    /** What happens at the next commit. */
    enum AtCommit {
        COMMIT, BREAK_BEFORE, BREAK_AFTER
    }

    private final DataSource sound;
    private final AtomicReference<AtCommit> atCommit = new AtomicReference<>(AtCommit.COMMIT);
    private final AtomicInteger goesWell = new AtomicInteger();
    private final AtomicInteger unreachable = new AtomicInteger();
    private volatile int unreachableAfterBreaking;

    FaultyDataSource(DataSource sound) {
        this.sound = sound;
    }

    /** The next commit goes so, and then so many connections can't be had; the rest go well. */
    void nextCommit(AtCommit how, int thenUnreachable) {
        commitAfter(0, how, thenUnreachable);
    }

    /** The same of the commit after so many that go well. */
    void commitAfter(int sound, AtCommit how, int thenUnreachable) {
        unreachableAfterBreaking = thenUnreachable;
        goesWell.set(sound);
        atCommit.set(how);
    }

    void comeBack() {
        unreachable.set(0);
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{DataSource.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    if (unreachable.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw lost();
                    }
                    return faulty(sound.getConnection());
                });
    }

    private Connection faulty(Connection connection) {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private void commit(Connection connection) throws SQLException {
        boolean sparedNow = goesWell.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        AtCommit how = sparedNow ? AtCommit.COMMIT : atCommit.getAndSet(AtCommit.COMMIT);
        switch (how) {
            case COMMIT -> connection.commit();
            case BREAK_BEFORE -> {
                connection.rollback();
                unreachable.set(unreachableAfterBreaking);
                throw lost();
            }
            case BREAK_AFTER -> {
                connection.commit();
                unreachable.set(unreachableAfterBreaking);
                throw lost();
            }
        }
    }

    private static SQLException lost() {
        return new SQLException("the connection is lost", "08006");
    }
}
