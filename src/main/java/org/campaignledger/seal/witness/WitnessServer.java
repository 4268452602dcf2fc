package org.campaignledger.seal.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Source;
import org.campaignledger.seal.verify.tree.Merkle;

/** The protocol of C2SP tlog-witness: logs come to it with their checkpoints. */
final class WitnessServer implements AutoCloseable {

    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Witness witness;
    private final List<VerifierKey> known;
    private final PrintWriter err;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    WitnessServer(InetSocketAddress address, Witness witness, List<VerifierKey> known, PrintWriter err)
            throws IOException {
        this.witness = witness;
        this.known = known;
        this.err = err;
        server = HttpServer.create(address, 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** An answer. */
    private record Answer(int status, String type, String body) {

        private static Answer of(int status, String body) {
            return new Answer(status, PLAIN, body + "\n");
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        boolean adds = path.equals("/add-checkpoint");
        try {
            if (!exchange.getRequestMethod().equals(adds ? "POST" : "GET")) {
                return Answer.of(405, "not this method");
            }
            return adds ? add(exchange) : latest(path);
        } catch (Verdict | IOException | RuntimeException failure) {
            err.println("a request failed: " + failure);
            err.flush();
            return Answer.of(500, "the witness could not do it");
        }
    }

    private Answer add(HttpExchange exchange) throws IOException, Verdict {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.of(Source.bounded(exchange.getRequestBody(), Note.MAX_BYTES, "the request"));
        } catch (NotChecked malformed) {
            return Answer.of(400, malformed.getMessage());
        }
        Checkpoint checkpoint = request.checkpoint();
        List<VerifierKey> keys = known.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
        if (keys.isEmpty()) {
            return Answer.of(404, "this witness does not know the log");
        }
        if (checkpoint.note().forged(keys) || checkpoint.note().signedBy(keys).isEmpty()) {
            return Answer.of(403, "no valid signature of the log");
        }
        if (request.old() > checkpoint.size()) {
            return Answer.of(400, "the old size is larger than the checkpoint's");
        }
        return witness.state().alone(() -> cosigned(request, keys));
    }

    private Answer cosigned(AddCheckpoint request, List<VerifierKey> keys) throws IOException, Verdict {
        Optional<Seen> seen = witness.state().of(request.checkpoint().origin());
        long last = seen.isPresent() ? seen.get().last().size() : 0;
        if (request.old() != last) {
            return new Answer(409, "text/x.tlog.size", last + "\n");
        }
        if (request.old() == 0 && !request.proof().isEmpty()) {
            return Answer.of(422, "nothing is to be proved from the empty tree");
        }
        try {
            Note.Signature ours = witness.cosign(request.checkpoint(), keys, ignored -> request.proof());
            return new Answer(200, PLAIN, ours.line() + "\n");
        } catch (Wrong wrong) {
            err.println(wrong.getMessage());
            err.flush();
            return Answer.of(422, wrong.getMessage());
        }
    }

    private Answer latest(String path) throws IOException, Verdict {
        for (VerifierKey key : known) {
            String hash = HexFormat.of()
                    .formatHex(Merkle.sha256().digest(key.name().getBytes(StandardCharsets.UTF_8)));
            if (path.equals("/" + hash + "/checkpoint")) {
                Optional<Seen> seen = witness.state().of(key.name());
                return seen.isPresent()
                        ? new Answer(200, PLAIN, seen.get().checkpoint())
                        : Answer.of(404, "no checkpoint of this log was cosigned yet");
            }
        }
        return Answer.of(404, "there is nothing here");
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
