package org.campaignledger.door.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One who sends request after request, each when the one before is answered, until the time is over. */
final class Lane implements Runnable {

    /** What takes longer than this on average is asked the less often. */
    private static final double QUICK_MILLIS = 60;
    /** They are many, and the same everywhere. */
    private static final int HEADERS_ONE_IN = 8;
    private static final int QUIET_MILLIS = 150;
    private static final long REST_NANOS = 3_000_000_000L;

    /** Kept in another form, or shown in part. */
    private static final Pattern NORMALISED = Pattern.compile("phone|idNumber|code|sha256|externalId");

    private final String name;
    private final int port;
    private final int patienceMillis;
    private final List<Operation> operations;
    private final Mutator mutator;
    private final Stage stage;
    private final Tally tally;
    private final LongSupplier head;
    private final long deadlineNanos;
    private final Random random;
    private final Map<Operation, List<String>> welcome = new HashMap<>();
    private final Map<Operation, Double> millis = new HashMap<>();

    private record Pick(Operation operation, Place place) {}

    Lane(String name, int port, List<Operation> operations, Stage stage, Tally tally, LongSupplier head, long seed,
            long deadlineNanos, int patienceMillis) {
        this.patienceMillis = patienceMillis;
        this.name = name + ", seed " + seed;
        this.port = port;
        this.operations = operations;
        this.mutator = new Mutator(stage);
        this.stage = stage;
        this.tally = tally;
        this.head = head;
        this.random = new Random(seed * 31 + name.hashCode());
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public void run() {
        try (RawHttp http = new RawHttp(port, patienceMillis)) {
            whoIsWelcome(http);
            List<Pick> picks = new ArrayList<>();
            operations.forEach(operation -> operation.places().forEach(place -> picks.add(new Pick(operation, place))));
            sweep(http, picks);
            // Headers and lines get a little time, however long that took.
            long until = Math.max(deadlineNanos, System.nanoTime() + REST_NANOS);
            while (!picks.isEmpty() && System.nanoTime() < until) {
                Collections.shuffle(picks, random);
                for (Pick pick : picks) {
                    if (System.nanoTime() > until) {
                        return;
                    }
                    double usually = millis.getOrDefault(pick.operation(), 0.0);
                    if (pick.place().in() == Place.In.HEADER && random.nextInt(HEADERS_ONE_IN) > 0) {
                        continue;
                    }
                    if (random.nextDouble() * Math.max(usually, QUICK_MILLIS) <= QUICK_MILLIS) {
                        tally.asked(pick.operation(), pick.place());
                        ask(http, pick.operation(), mutator.wrong(pick.operation(), pick.place(), account(pick
                                .operation()),
                                random), pick.place());
                    }
                }
            }
        }
    }

    /** Whatever the clock says: each field, variable and parameter, and each body, wrong once, by who may send it. */
    private void sweep(RawHttp http, List<Pick> picks) {
        for (Pick pick : picks) {
            if (pick.place().isSwept()) {
                tally.asked(pick.operation(), pick.place());
                List<String> roles = welcome.getOrDefault(pick.operation(), List.of());
                ask(http, pick.operation(), mutator.wrong(pick.operation(), pick.place(),
                        Evil.one(roles.isEmpty() ? Stage.ACCOUNTS : roles, random), random), pick.place());
            }
        }
    }

    /** Asks everything rightly once as everyone: who is not turned away at the door asks most of what is wrong. */
    private void whoIsWelcome(RawHttp http) {
        for (Operation operation : operations) {
            List<String> roles = new ArrayList<>();
            for (String account : Stage.ACCOUNTS) {
                // Of commands, which take turns, one is enough.
                if (operation.isCommand() && !roles.isEmpty()) {
                    break;
                }
                Reply reply = ask(http, operation, mutator.right(operation, account, random), null);
                if (reply.status() != 401 && reply.status() != 403) {
                    roles.add(account);
                }
            }
            welcome.put(operation, roles);
        }
    }

    private @Nullable String account(Operation operation) {
        List<String> roles = welcome.getOrDefault(operation, List.of());
        if (random.nextInt(12) == 0) {
            return null;
        }
        return roles.isEmpty() || random.nextInt(8) == 0
                ? Evil.one(Stage.ACCOUNTS, random)
                : Evil.one(roles, random);
    }

    private Reply ask(RawHttp http, Operation operation, Asked asked, @Nullable Place place) {
        long before = head.getAsLong();
        Reply reply = timed(http, operation, asked);
        Verdict.on(operation, asked, reply).ifPresent(fault -> tally.found(fault, asked, reply, name));
        if (operation.isCommand() && reply.status() >= 400 && head.getAsLong() != before) {
            wroteThough(http, operation, asked);
        }
        if (operation.isCommand() && reply.status() == 201) {
            stage.learn(reply.header("Location"));
            if (place != null && place.in() == Place.In.FIELD) {
                isKeptAsSent(http, operation, asked, place, reply);
            }
        }
        return reply;
    }

    private Reply timed(RawHttp http, Operation operation, Asked asked) {
        long began = System.nanoTime();
        Reply reply = sent(http, asked);
        tally.answered(reply.status());
        millis.merge(operation, (System.nanoTime() - began) / 1e6, (usual, now) -> usual * 0.7 + now * 0.3);
        if (asked.broken()) {
            // What is left of it would be taken for the beginning of the next.
            http.close();
        }
        return reply;
    }

    private static Reply sent(RawHttp http, Asked asked) {
        try {
            return http.send(asked.bytes(), asked.method().equals("HEAD"));
        } catch (IOException cut) {
            return new Reply(0, List.of(), new byte[0], false);
        }
    }

    /** What goes on by itself writes, too: so once more, when all is quiet. */
    private void wroteThough(RawHttp http, Operation operation, Asked asked) {
        long quiet = head.getAsLong();
        for (int i = 0; i < 20; i++) {
            pause();
            long now = head.getAsLong();
            if (now == quiet) {
                break;
            }
            quiet = now;
        }
        Reply again = timed(http, operation, asked);
        if (again.status() >= 400 && head.getAsLong() != quiet) {
            tally.found("refused, and written all the same", asked, again, name);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(QUIET_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A text is kept as it was sent, or in its normal form. */
    private void isKeptAsSent(RawHttp http, Operation operation, Asked asked, Place place, Reply made) {
        byte[] body = asked.body();
        JsonNode sentText = body == null ? null : Verdict.tree(new Reply(0, List.of(), body, true).text());
        String location = made.header("Location");
        if (NORMALISED.matcher(place.name()).find() || sentText == null || location == null || !sentText.at(place
                .name()).isString()) {
            return;
        }
        Reply shown = sent(http, asked.sending(null).to("GET", location + "?waitFor=" + made.header(
                "Ledger-Position")));
        JsonNode tree = Verdict.tree(shown.text());
        if (shown.status() == 200 && tree != null && tree.at(place.name()).isString()) {
            String expected = sentText.at(place.name()).stringValue();
            String kept = tree.at(place.name()).stringValue();
            if (kept.equals(expected) || kept.equals(normal(expected))) {
                tally.keptAsSent();
            } else {
                tally.found("kept as something else", asked, shown, name);
            }
        }
    }

    private static String normal(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).strip();
    }
}
