package org.campaignledger.platform.messaging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.campaignledger.platform.eventstore.NewEvent;
import org.campaignledger.platform.eventstore.SideWrite;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the append of the command being handled besides its events, and the receipt that comes out of it. A
 * resource of Axon's unit of work, because the append is that unit's last step that can fail.
 */
public final class AppendContext {

    private static final String RESOURCE = AppendContext.class.getName();

    private final Set<Append.Condition> conditions = new LinkedHashSet<>();
    private final List<Append.PersonKey> personKeys = new ArrayList<>();
    private final List<SideWrite> sideWrites = new ArrayList<>();
    private @Nullable IdempotentAnswer answer;
    private @Nullable AppendReceipt receipt;
    private @Nullable Long campaignVersion;
    private @Nullable List<DomainEventMessage<?>> gathered;

    private AppendContext() {}

    /**
     * That of the command being handled by this thread.
     *
     * @throws IllegalStateException no command is being handled
     */
    public static AppendContext current() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, key -> new AppendContext());
    }

    /** That of the command being handled, if one is. */
    static Optional<AppendContext> ifAny() {
        return CurrentUnitOfWork.isStarted() ? Optional.of(current()) : Optional.empty();
    }

    /** The decision rests on the campaign at this version: it is written only if the campaign still stands there. */
    public void relyOnCampaign(String campaign, long version) {
        relyOn(campaign, version);
        campaignVersion = version;
    }

    /** The decision rests on an aggregate at this sequence: it is written only if the aggregate still stands there. */
    public void relyOn(String aggregateId, long sequence) {
        conditions.add(new Append.Condition(aggregateId, sequence));
    }

    /** Keeps the key of a person who is recorded here for the first time. */
    public void keep(Append.PersonKey key) {
        personKeys.add(key);
    }

    /** Writes further rows in the append's own transaction. */
    public void alsoWrite(SideWrite sideWrite) {
        sideWrites.add(sideWrite);
    }

    /** The answer to be kept for the command's idempotency key. */
    void answerWith(IdempotentAnswer toKeep) {
        answer = toKeep;
    }

    /** Version of the campaign that was relied upon, if any was. */
    Optional<Long> campaignVersion() {
        return Optional.ofNullable(campaignVersion);
    }

    /** The append of these events and of all that was added here. */
    Append appendOf(List<NewEvent> events) {
        return new Append(events, List.copyOf(conditions), answer, personKeys, sideWrites);
    }

    /** From now on events are gathered, and nothing is written, until somebody writes all of them together. */
    void gather() {
        gathered = new ArrayList<>();
    }

    /** Takes events to those that are gathered; false if they are to be written at once. */
    boolean gathered(List<DomainEventMessage<?>> events) {
        return gathered != null && gathered.addAll(events);
    }

    /** What was gathered. */
    List<DomainEventMessage<?>> gathered() {
        return gathered == null ? List.of() : gathered;
    }

    /** Notes what the store answered; a command is one append. */
    void written(AppendReceipt written) {
        if (receipt != null) {
            throw new IllegalStateException("a command wrote twice");
        }
        receipt = written;
    }

    /** What the store answered; absent if the command wrote nothing. */
    @Nullable
    AppendReceipt receipt() {
        return receipt;
    }
}
