package org.campaignledger.platform.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.tracing.Correlation;
import org.campaignledger.platform.web.body.CommandBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The way of every command from a request into the ledger. A repeated request is answered as it was the first time,
 * before anything is judged: what was right then may be refused now. Nothing is answered before it is durable.
 */
@Component
public class CommandDoor {

    /** Header with the last position written, or the position that an answer reflects. */
    public static final String POSITION = "Ledger-Position";

    private static final String REPLAYED = "Idempotency-Replayed";

    private final Commands commands;
    private final LedgerStore store;
    private final LedgerKeys keys;

    /** A door to these commands. */
    public CommandDoor(Commands commands, LedgerStore store, LedgerKeys keys) {
        this.commands = commands;
        this.store = store;
        this.keys = keys;
    }

    private record Key(String sent, String scope, String bodyHash) {}

    /**
     * Takes a command.
     *
     * @param request where the idempotency key and the body come from
     * @param judge   checks what was sent and makes the command; not called for a repeated request
     * @return 200, 201 or 202, after the commit
     * @throws Refused       it is not granted
     * @throws AppendFailure the store can't, or the outcome is unknown
     */
    public ResponseEntity<Accepted> take(HttpServletRequest request, Function<Actor, Submission> judge) {
        return take(request, keys.bodyHash(CommandBodies.canonical(request)), judge);
    }

    /** The same where the body is a file: compared by what the caller gives as its hash. */
    public ResponseEntity<Accepted> take(HttpServletRequest request, String bodyHash,
            Function<Actor, Submission> judge) {
        Actor actor = CurrentActor.get();
        Key key = key(request, actor, bodyHash);
        Optional<ResponseEntity<Accepted>> before = replay(key);
        return before.isPresent() ? before.get() : judged(request, actor, key, judge);
    }

    /**
     * Takes the command of a record, of which programs send thousands: whether the request was answered before is not
     * asked beforehand, which would be a query for each, but found where it is written, or once it is refused.
     *
     * @param judge as in {@link #take(HttpServletRequest, Function)}; changes nothing and keeps nothing, since it is called
     *              for a repeated request, too
     */
    public ResponseEntity<Accepted> record(HttpServletRequest request, Function<Actor, Submission> judge) {
        Actor actor = CurrentActor.get();
        return judged(request, actor, key(request, actor, keys.bodyHash(CommandBodies.canonical(request))), judge);
    }

    private ResponseEntity<Accepted> judged(HttpServletRequest request, Actor actor, @Nullable Key key,
            Function<Actor, Submission> judge) {
        try {
            Submission submission = submission(request, actor, judge);
            AppendReceipt receipt = commands.send(submission.command(), origin(actor, key, submission));
            return answer(submission.status(), submission.location(), submission.id(), receipt.lastPosition(), false);
        } catch (AppendFailure.AlreadyAnswered twin) {
            return replay(key, twin.answer());
        } catch (Refused refused) {
            // A twin may have been written meanwhile, and be the very reason for this refusal.
            return replay(key).orElseThrow(() -> refused);
        }
    }

    /** What is refused here never becomes a command, and is counted with them all the same. */
    private Submission submission(HttpServletRequest request, Actor actor, Function<Actor, Submission> judge) {
        long began = System.nanoTime();
        try {
            return judge.apply(actor);
        } catch (Refused refused) {
            Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            commands.refusedAtTheDoor(path == null ? "unknown" : request.getMethod() + " " + path, refused.code(),
                    System.nanoTime() - began);
            throw refused;
        }
    }

    private Commands.Origin origin(Actor actor, @Nullable Key key, Submission submission) {
        String correlation = Correlation.current();
        return key == null
                ? new Commands.Origin(actor, correlation, null, null)
                : new Commands.Origin(actor, correlation, key.sent(), new IdempotentAnswer(key.scope(), key.bodyHash(),
                        submission.status(), submission.location(), submission.id(), 0));
    }

    private static @Nullable Key key(HttpServletRequest request, Actor actor, String bodyHash) {
        String sent = IdempotencyKeys.sent(request);
        if (sent == null) {
            return null;
        }
        String scope = String.join("\n", actor.account(), request.getMethod(), request.getRequestURI(), sent);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(scope.getBytes(StandardCharsets.UTF_8));
            return new Key(sent, HexFormat.of().formatHex(digest), bodyHash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<ResponseEntity<Accepted>> replay(@Nullable Key key) {
        return key == null ? Optional.empty() : store.answerFor(key.scope()).map(answer -> replay(key, answer));
    }

    private static ResponseEntity<Accepted> replay(@Nullable Key key, IdempotentAnswer answer) {
        if (key == null || !key.bodyHash().equals(answer.bodyHash())) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "idempotency-key-reused");
        }
        return answer(answer.status(), answer.location(), answer.id(), answer.position(), true);
    }

    private static ResponseEntity<Accepted> answer(int status, String location, String id, long position,
            boolean replayed) {
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(status)
                .header(POSITION, Long.toString(position));
        if (!location.isEmpty()) {
            builder.location(URI.create(location));
        }
        if (replayed) {
            builder.header(REPLAYED, "true");
        }
        return builder.body(new Accepted(id, status == 202 ? id : null, position));
    }
}
