package org.campaignledger.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.ClaimHolder;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.ChangesCampaign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives commands to the bus, decides again where the ledger has moved on meanwhile, and says what came of it. */
@Component
public class Commands {

    /** How often a command is decided again after a conflict before it is refused (API, "Commands"). */
    private static final int DECIDED_AGAIN = 3;

    /** Longer than a store takes at most to say that it does not know. */
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);
    private static final Duration HANDLER_WAIT = Duration.ofSeconds(5);
    private static final Duration HANDLER_RETRY = Duration.ofMillis(100);

    private final CommandBus bus;
    private final CampaignRulesSource rules;
    private final MeterRegistry registry;
    private final Map<Timed, Timer> timers = new ConcurrentHashMap<>();

    private record Timed(String command, String outcome) {}

    /** Commands on this bus. */
    public Commands(CommandBus bus, CampaignRulesSource rules, MeterRegistry registry) {
        this.bus = bus;
        this.rules = rules;
        this.registry = registry;
    }

    /**
     * What a command comes with.
     *
     * @param actor          on whose word
     * @param correlationId  the request or run that it belongs to
     * @param idempotencyKey as the client sent it
     * @param answer         the answer to keep for it; its position is set when it is written
     */
    public record Origin(
            Actor actor, String correlationId, @Nullable String idempotencyKey, @Nullable IdempotentAnswer answer) {

        /** Something that the ledger does by itself. */
        public static Origin system() {
            return of(Actor.SYSTEM);
        }

        /** A command of this actor, without an idempotency key. */
        public static Origin of(Actor actor) {
            return new Origin(actor, UUID.randomUUID().toString(), null, null);
        }
    }

    /**
     * Gives a command and waits until what it wrote is durable.
     *
     * @return the positions written
     * @throws Refused       it was not granted; nothing was written
     * @throws AppendFailure already answered, unavailable, unknown or rejected
     */
    public AppendReceipt send(Object command, Origin origin) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "accepted";
        try {
            return decideAndWrite(command, origin);
        } catch (Refused refused) {
            outcome = refused.code();
            throw refused;
        } catch (AppendFailure failure) {
            outcome = failure instanceof AppendFailure.AlreadyAnswered
                    ? "replayed"
                    : failure instanceof AppendFailure.OutcomeUnknown ? "outcome-unknown" : "unavailable";
            throw failure;
        } catch (RuntimeException failure) {
            outcome = "failed";
            throw failure;
        } finally {
            if (command instanceof ChangesCampaign change) {
                rules.forget(change.campaign());
            }
            sample.stop(timers.computeIfAbsent(new Timed(command.getClass().getSimpleName(), outcome), this::timer));
        }
    }

    /**
     * Counts a command that was refused before it was one, among the others.
     *
     * @param what  the kind of request, of which there are few: its path with its places left open
     * @param code  of the refusal
     * @param nanos how long judging it took
     */
    public void refusedAtTheDoor(String what, String code, long nanos) {
        timers.computeIfAbsent(new Timed(what, code), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Timed timed) {
        return Timer.builder("ledger.commands").description("Commands by type and outcome")
                .publishPercentileHistogram().tag("command", timed.command())
                .tag("outcome", timed.outcome()).register(registry);
    }

    private AppendReceipt decideAndWrite(Object command, Origin origin) {
        for (int again = 0;; again++) {
            try {
                return dispatch(command, origin);
            } catch (AppendFailure.ConditionFailed movedOn) {
                rules.forget(movedOn.aggregateId());
                refuseAfter(again);
            } catch (AppendFailure.Conflict movedOn) {
                refuseAfter(again);
            } catch (AppendFailure.ClaimTaken taken) {
                if (taken.claim().isPlace()) {
                    refuseAfter(again);
                    continue;
                }
                ClaimHolder holder = taken.holder();
                throw Refused.duplicate(taken.claim().kind(), new Refused.Existing(holder.recordId(),
                        holder.position(), holder.unit().isEmpty() ? null : holder.unit()));
            } catch (AggregateNotFoundException unknown) {
                throw Refused.notFound();
            }
        }
    }

    private static void refuseAfter(int again) {
        if (again >= DECIDED_AGAIN) {
            throw Refused.conflict("concurrent-change", null);
        }
    }

    private AppendReceipt dispatch(Object command, Origin origin) {
        CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command).andMetaData(metadata(origin));
        CommandResultMessage<?> answer = answerTo(message);
        if (answer.isExceptional()) {
            throw answer.exceptionResult() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(answer.exceptionResult());
        }
        Outcome outcome = answer.getPayload() instanceof Reply reply
                ? reply.outcome()
                : (Outcome) answer.getPayload();
        AppendReceipt receipt = outcome.receipt();
        if (receipt == null) {
            throw new IllegalStateException(command.getClass().getSimpleName() + " wrote nothing");
        }
        return receipt;
    }

    /** On a bus of many instances, one that has just started may not be known to handle anything yet. */
    private CommandResultMessage<?> answerTo(CommandMessage<?> message) {
        long deadline = System.nanoTime() + HANDLER_WAIT.toNanos();
        while (true) {
            CommandResultMessage<?> answer = onceAnswered(message);
            if (!answer.isExceptional() || !(answer.exceptionResult() instanceof NoHandlerForCommandException)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AppendFailure.Unavailable("no instance takes commands just now");
            }
            LockSupport.parkNanos(HANDLER_RETRY.toNanos());
        }
    }

    private CommandResultMessage<?> onceAnswered(CommandMessage<?> message) {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.dispatch(message, (sent, result) -> answer.complete(result));
        try {
            return answer.get(ANSWER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AppendFailure.OutcomeUnknown(UUID.fromString(message.getIdentifier()));
        } catch (TimeoutException silent) {
            throw new AppendFailure.OutcomeUnknown(UUID.fromString(message.getIdentifier()));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, String> metadata(Origin origin) {
        Map<String, String> metadata = new HashMap<>(ActorMetadata.write(origin.actor()));
        metadata.put(MetadataKeys.CORRELATION, origin.correlationId());
        if (origin.idempotencyKey() != null) {
            metadata.put(MetadataKeys.IDEMPOTENCY_KEY, origin.idempotencyKey());
        }
        IdempotentAnswer answer = origin.answer();
        if (answer != null) {
            metadata.put(AppendInterceptor.SCOPE, answer.scope());
            metadata.put(AppendInterceptor.BODY_HASH, answer.bodyHash());
            metadata.put(AppendInterceptor.STATUS, Integer.toString(answer.status()));
            metadata.put(AppendInterceptor.LOCATION, answer.location());
            metadata.put(AppendInterceptor.ID, answer.id());
        }
        return metadata;
    }
}
