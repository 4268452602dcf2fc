package org.campaignledger.platform.eventstore;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import javax.sql.DataSource;

/** A connection to Axon Server that breaks when it is told to: at an append, or until it comes back. */
final class FaultyEventChannel {

    /** What becomes of the next append. */
    enum AtAppend {
        GOES_WELL, BREAKS_BEFORE, BREAKS_AFTER
    }

    private final Supplier<EventChannel> sound;
    private final AtomicReference<AtAppend> next = new AtomicReference<>(AtAppend.GOES_WELL);
    private volatile boolean gone;
    private volatile boolean staysGone;

    FaultyEventChannel(Supplier<EventChannel> sound) {
        this.sound = sound;
    }

    /** The next append breaks like this, and the connection stays away from then on if told so. */
    void nextAppend(AtAppend how, boolean thenGone) {
        staysGone = thenGone;
        next.set(how);
    }

    void goAway() {
        gone = true;
    }

    void comeBack() {
        gone = false;
    }

    /** Connections to the database that break together with this one: an instance that is gone has neither. */
    DataSource goingWith(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{DataSource.class},
                (proxy, method, arguments) -> {
                    if (gone) {
                        throw new SQLException("the connection is lost", "08006");
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    EventChannel channel() {
        if (gone) {
            throw lost();
        }
        EventChannel channel = sound.get();
        return (EventChannel) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{EventChannel.class},
                (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(channel, arguments);
                        return answer instanceof AppendEventsTransaction transaction ? faulty(transaction) : answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private Object faulty(AppendEventsTransaction transaction) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{AppendEventsTransaction.class},
                (proxy, method, arguments) -> {
                    AtAppend how = method.getName().equals("commit")
                            ? next.getAndSet(AtAppend.GOES_WELL)
                            : AtAppend.GOES_WELL;
                    if (how == AtAppend.GOES_WELL) {
                        return method.invoke(transaction, arguments);
                    }
                    end(transaction, how);
                    gone = staysGone;
                    return CompletableFuture.failedFuture(lost());
                });
    }

    private static void end(AppendEventsTransaction transaction, AtAppend how)
            throws InterruptedException, ExecutionException {
        if (how == AtAppend.BREAKS_BEFORE) {
            transaction.rollback();
        } else {
            transaction.commit().get();
        }
    }

    private static StatusRuntimeException lost() {
        return new StatusRuntimeException(Status.UNAVAILABLE.withDescription("the connection is lost"));
    }
}
