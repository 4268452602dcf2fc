package org.campaignledger.seal.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.tree.Tile;
import org.jspecify.annotations.Nullable;

/** A service made from the page on the sealed log, for a log that may be exchanged while it runs. */
public final class TestService implements AutoCloseable {

    private static final Pattern BUNDLE = Pattern.compile("/log/tile/entries/(?:x\\d{3}/)*(\\d{3})(?:\\.p/\\d+)?");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, String> instead = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
    private final Map<String, Long> slow = new ConcurrentHashMap<>();
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger mostReading = new AtomicInteger();
    private Map<String, byte[]> tiles = Map.of();
    private @Nullable TestLog tilesAreOf;
    private final StringBuffer cosignatures = new StringBuffer();

    /** What it serves. */
    public volatile TestLog log;
    /** What it says of its witnesses. */
    public volatile String witnesses = "quorum 0\n";

    /** Serves a log. */
    public TestService(TestLog log) throws IOException {
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Its address. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers a path with this text from now on. */
    public void answer(String path, String text) {
        instead.put(path, text);
    }

    /** Answers a path with this status from now on. */
    public void refuse(String path, int status) {
        refused.put(path, status);
    }

    /** Is busy the next few times that a path is asked for, and says when to ask again. */
    public void isBusy(String path, int times) {
        busy.put(path, new AtomicInteger(times));
    }

    /** Takes its time with each answer of a path. */
    public void isSlow(String path, long millis) {
        slow.put(path, millis);
    }

    /** How many have read the ledger at once at most. */
    public int mostReading() {
        return mostReading.get();
    }

    /** What witnesses have brought. */
    public String cosignatures() {
        return cosignatures.toString();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getQuery());
            byte[] body = new byte[0];
            int status = 200;
            Thread.sleep(slow.getOrDefault(path, 0L));
            boolean isReading = path.startsWith("/api/v1/ledger/");
            if (isReading) {
                mostReading.accumulateAndGet(reading.incrementAndGet(), Math::max);
                // Long enough for whoever asks for several at once to be seen doing so.
                Thread.sleep(30);
            }
            if (path.startsWith("/api/") && !("Basic " + Base64.getEncoder().encodeToString(
                    "auditor:secret".getBytes(StandardCharsets.UTF_8))).equals(
                            exchange.getRequestHeaders().getFirst("Authorization"))) {
                status = 401;
            } else if (isBusy(path)) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                status = 503;
            } else if (refused.containsKey(path)) {
                status = refused.getOrDefault(path, 500);
            } else if (instead.containsKey(path)) {
                body = text(instead.getOrDefault(path, ""));
            } else if (path.equals("/log/cosignatures")) {
                cosignatures.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                body = text("{\"accepted\": 1}");
            } else {
                byte[] found = body(path, query);
                status = found.length == 0 && !path.startsWith("/api/v1/ledger/") ? 404 : 200;
                body = found;
            }
            if (isReading) {
                reading.decrementAndGet();
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBusy(String path) {
        AtomicInteger times = busy.get(path);
        return times != null && times.getAndDecrement() > 0;
    }

    private byte[] body(String path, Map<String, String> query) {
        Matcher bundle = BUNDLE.matcher(path);
        if (bundle.matches()) {
            return bundle(Integer.parseInt(bundle.group(1)));
        }
        if (path.startsWith("/log/tile/")) {
            return tilesOf(log).getOrDefault(path.substring("/log/".length()), new byte[0]);
        }
        if (path.startsWith("/api/v1/attachments/")) {
            return log.attachments.getOrDefault(path.substring("/api/v1/attachments/".length()), new byte[0]);
        }
        return text(switch (path) {
            case "/log/checkpoint" -> log.checkpoint(Integer.parseInt(query.getOrDefault("size", "" + log.size())))
                    + cosigned();
            case "/log/key" -> log.key.verifier() + "\n";
            case "/log/witnesses" -> witnesses;
            case "/log/certificate" -> log.certificate();
            case "/log/consistency" -> consistency(query);
            case "/api/v1/ledger/events" -> lines(query, TestEvent::line);
            case "/api/v1/ledger/postings" -> lines(query, TestFigures::postings);
            case "/api/v1/campaigns/c/progress" -> log.figures().progress();
            case "/api/v1/campaigns/c/progress/explain" ->
                "{\"sum\":" + log.figures().sum(query.getOrDefault("metric", ""), "") + "}";
            default -> "";
        });
    }

    private synchronized Map<String, byte[]> tilesOf(TestLog served) {
        if (served != tilesAreOf) {
            tiles = served.tiles();
            tilesAreOf = served;
        }
        return tiles;
    }

    /** Cosignatures that were brought for what is served now. */
    private String cosigned() {
        try {
            Note note = Note.of(text(cosignatures.toString()));
            return note.text().equals(log.text(log.size()))
                    ? note.signatures().getLast().line() + "\n"
                    : "";
        } catch (NotChecked none) {
            return "";
        }
    }

    private String consistency(Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("from", "0"));
        int to = Integer.parseInt(query.getOrDefault("to", "" + log.size()));
        return "{\"from\":" + from + ",\"to\":" + to + ",\"hashes\":[" + log.consistency(from, to).stream()
                .map(hash -> "\"" + Base64.getEncoder().encodeToString(hash) + "\"").collect(Collectors.joining(","))
                + "]}";
    }

    /** Those events whose positions lie between, as a store would find them. */
    private String lines(Map<String, String> query, Function<TestEvent, String> form) {
        long after = Long.parseLong(query.getOrDefault("after", "0"));
        long to = Long.parseLong(query.getOrDefault("to", "0"));
        return log.events.stream().filter(event -> event.position() > after && event.position() <= to)
                .map(form).collect(Collectors.joining());
    }

    private byte[] bundle(int index) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<TestEvent> events = log.events.stream()
                .filter(event -> (event.position() - 1) / Tile.FULL == index && event.position() <= log.size())
                .toList();
        for (TestEvent event : events) {
            byte[] entry = event.entry();
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) entry.length).array());
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(@Nullable String query) {
        Map<String, String> found = new LinkedHashMap<>();
        if (query != null) {
            for (String part : query.split("&")) {
                found.put(part.replaceFirst("=.*", ""), part.replaceFirst("[^=]*=", ""));
            }
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
