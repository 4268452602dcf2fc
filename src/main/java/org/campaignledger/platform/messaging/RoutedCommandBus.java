package org.campaignledger.platform.messaging;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.campaignledger.platform.eventstore.AppendFailure;

/**
 * Commands by way of Axon Server: those of one aggregate come to one of the ledger's instances, whichever took them at
 * its door. What went out and was not answered is of unknown outcome.
 */
final class RoutedCommandBus implements CommandBus {

    private final CommandBus routing;
    private final TravellingNames names;
    private final BooleanSupplier connected;
    private final Supplier<CompletableFuture<Void>> leave;

    /**
     * A bus.
     *
     * @param routing   hands commands to an instance by their names and aggregates
     * @param connected whether there is anybody to hand them to
     * @param leave     ends the handling of commands here, in order
     */
    RoutedCommandBus(CommandBus routing, TravellingNames names, BooleanSupplier connected,
            Supplier<CompletableFuture<Void>> leave) {
        this.leave = leave;
        this.routing = routing;
        this.names = names;
        this.connected = connected;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (sent, result) -> {});
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        if (!connected.getAsBoolean()) {
            callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(
                    new AppendFailure.Unavailable("Axon Server can't be reached")));
            return;
        }
        CommandMessage<C> travelling = new GenericCommandMessage<>(command, names.travelling(command
                .getCommandName()));
        routing.<C, R>dispatch(travelling, (sent, result) -> callback.onResult(command, meaningOf(command, result)));
    }

    /** Tells Axon Server that no command is handled here any more; done when the last one is. Others may still be sent. */
    CompletableFuture<Void> leave() {
        return leave.get();
    }

    private static <R> CommandResultMessage<? extends R> meaningOf(CommandMessage<?> command,
            CommandResultMessage<? extends R> result) {
        boolean unanswered = result.isExceptional() && (result.exceptionResult() instanceof AxonServerException
                || result.exceptionResult() instanceof AxonServerCommandDispatchException);
        return unanswered
                ? GenericCommandResultMessage.asCommandResultMessage(
                        new AppendFailure.OutcomeUnknown(UUID.fromString(command.getIdentifier())))
                : result;
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return routing.subscribe(names.travelling(commandName), handler);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return routing.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return routing.registerHandlerInterceptor(interceptor);
    }
}
