package org.campaignledger.platform.messaging;

import java.util.Map;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.jspecify.annotations.Nullable;

/** Around every command handler: what its append keeps goes in, the receipt comes out. */
final class AppendInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String SCOPE = "idempotency.scope";
    static final String BODY_HASH = "idempotency.bodyHash";
    static final String STATUS = "idempotency.status";
    static final String LOCATION = "idempotency.location";
    static final String ID = "idempotency.id";

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        AppendContext context = AppendContext.current();
        IdempotentAnswer answer = answer(unitOfWork.getMessage());
        if (answer != null) {
            context.answerWith(answer);
        }
        chain.proceed();
        Outcome outcome = new Outcome();
        unitOfWork.afterCommit(work -> outcome.written(context.receipt()));
        return outcome;
    }

    private static @Nullable IdempotentAnswer answer(CommandMessage<?> command) {
        var metadata = command.getMetaData();
        return metadata.containsKey(SCOPE)
                ? new IdempotentAnswer(text(metadata, SCOPE), text(metadata, BODY_HASH),
                        Integer.parseInt(text(metadata, STATUS)), text(metadata, LOCATION), text(metadata, ID), 0)
                : null;
    }

    private static String text(Map<String, ?> metadata, String key) {
        return String.valueOf(metadata.get(key));
    }
}
