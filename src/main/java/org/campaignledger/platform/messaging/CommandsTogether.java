package org.campaignledger.platform.messaging;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Many commands written in one append: all of them, or none. Each is decided by its own handler, on this instance; what
 * they write is gathered and handed to the store at the end. For commands that make new things: nothing that one of them
 * writes is seen by another.
 */
@Component
public class CommandsTogether {

    private final CommandBus local;
    private final LedgerStorageEngine engine;
    private final CampaignRulesSource rules;

    CommandsTogether(@Qualifier("localSegment") CommandBus local, LedgerStorageEngine engine,
            CampaignRulesSource rules) {
        this.local = local;
        this.engine = engine;
        this.rules = rules;
    }

    /**
     * Gives the commands and waits until what they wrote is durable. Nothing is decided again: whoever meets a conflict
     * judges them afresh.
     *
     * @param commands one or more
     * @return the positions written
     * @throws Refused       one of them was not granted; nothing was written
     * @throws AppendFailure nothing was written, or nobody knows
     */
    public AppendReceipt send(List<?> commands, Commands.Origin origin) {
        CommandMessage<?> outer = GenericCommandMessage.asCommandMessage(commands)
                .andMetaData(Commands.metadata(origin));
        UnitOfWork<CommandMessage<?>> all = DefaultUnitOfWork.startAndGet(outer);
        AppendContext context = AppendContext.current();
        context.gather();
        try {
            commands.forEach(command -> dispatch(GenericCommandMessage.asCommandMessage(command).andMetaData(
                    outer.getMetaData())));
            all.commit();
        } finally {
            if (all.isActive()) {
                all.rollback();
            }
        }
        try {
            return engine.append(context.gathered(), context);
        } catch (AppendFailure.ConditionFailed movedOn) {
            rules.forget(movedOn.aggregateId());
            throw movedOn;
        }
    }

    private void dispatch(CommandMessage<?> command) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        local.dispatch(command, (sent, result) -> {
            if (result.isExceptional()) {
                failure.set(result.exceptionResult());
            }
        });
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException known) {
            throw known;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }
}
