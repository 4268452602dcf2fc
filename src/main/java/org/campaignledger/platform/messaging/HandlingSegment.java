package org.campaignledger.platform.messaging;

import java.util.Optional;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * This instance's handlers behind a bus of many: commands come under their travelling names and are handled under
 * their own, and what comes of them is given as a {@link Reply}, since exceptions do not travel.
 */
final class HandlingSegment implements CommandBus {

    private final CommandBus local;
    private final TravellingNames names;

    HandlingSegment(CommandBus local, TravellingNames names) {
        this.local = local;
        this.names = names;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (sent, result) -> {});
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandMessage<C> own = new GenericCommandMessage<>(command, names.own(command.getCommandName()));
        local.<C, Object>dispatch(own, (handled, result) -> {
            Optional<Reply> reply = result.isExceptional()
                    ? Reply.of(result.exceptionResult())
                    : Optional.of(Reply.of((Outcome) result.getPayload()));
            @SuppressWarnings("unchecked") // whoever dispatches takes what handlers give
            CommandCallback<C, Object> told = (CommandCallback<C, Object>) callback;
            told.onResult(command, reply.isPresent()
                    ? GenericCommandResultMessage.asCommandResultMessage(reply.get())
                    : GenericCommandResultMessage.asCommandResultMessage(result.exceptionResult()));
        });
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return local.subscribe(names.own(commandName), handler);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return local.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return local.registerHandlerInterceptor(interceptor);
    }
}
