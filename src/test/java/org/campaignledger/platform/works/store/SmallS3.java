package org.campaignledger.platform.works.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As much of S3 as a store of works speaks, on the loopback: refuses what is not signed or has another digest. */
final class SmallS3 implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    /** How many of the next requests are answered with 503. */
    final AtomicInteger busy = new AtomicInteger();
    /** Whether it has no room left. */
    volatile boolean full;

    SmallS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    Map<String, byte[]> objects() {
        return objects;
    }

    private void answer(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        String path = call.getRequestURI().getPath();
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            error(call, 503, "SlowDown");
        } else if (!isSigned(call, body)) {
            error(call, 403, "SignatureDoesNotMatch");
        } else {
            switch (call.getRequestMethod()) {
                case "PUT" -> put(call, path, body);
                case "GET", "HEAD" -> get(call, path);
                case "DELETE" -> {
                    objects.remove(path);
                    call.sendResponseHeaders(204, -1);
                }
                default -> error(call, 405, "MethodNotAllowed");
            }
        }
        call.close();
    }

    private static boolean isSigned(HttpExchange call, byte[] body) {
        String signature = first(call, "Authorization");
        String hash = first(call, "x-amz-content-sha256");
        return signature != null && signature.startsWith("AWS4-HMAC-SHA256 Credential=an-account/")
                && signature.contains("Signature=")
                && hash != null && (hash.equals(HexFormat.of().formatHex(sha256(body))) || isBoundByChecksum(call, hash,
                        signature, body));
    }

    /** The other way: the payload's own hash is not signed, but a header with its checksum is, which is compared later. */
    private static boolean isBoundByChecksum(HttpExchange call, String hash, String signature, byte[] body) {
        return hash.equals("UNSIGNED-PAYLOAD") && (body.length == 0
                || first(call, "x-amz-checksum-sha256") != null && signature.contains("x-amz-checksum-sha256"));
    }

    private void put(HttpExchange call, String path, byte[] body) throws IOException {
        String checksum = first(call, "x-amz-checksum-sha256");
        if (full) {
            error(call, 400, "EntityTooLarge");
        } else if (checksum == null || !checksum.equals(Base64.getEncoder().encodeToString(sha256(body)))) {
            error(call, 400, "BadDigest");
        } else {
            objects.put(path, body);
            call.sendResponseHeaders(200, -1);
        }
    }

    private void get(HttpExchange call, String path) throws IOException {
        byte[] object = objects.get(path);
        if (object == null) {
            error(call, 404, "NoSuchKey");
            return;
        }
        String asked = first(call, "Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        if (call.getRequestMethod().equals("HEAD")) {
            call.getResponseHeaders().add("Content-Length", Integer.toString(object.length));
            call.sendResponseHeaders(200, -1);
        } else if (range.matches()) {
            send(call, 206, Arrays.copyOfRange(object, Integer.parseInt(range.group(1)),
                    Integer.parseInt(range.group(2)) + 1));
        } else {
            send(call, 200, object);
        }
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = call.getResponseBody()) {
            out.write(body);
        }
    }

    private static void error(HttpExchange call, int status, String code) throws IOException {
        byte[] body = ("<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        if (call.getRequestMethod().equals("HEAD")) {
            call.sendResponseHeaders(status, -1);
        } else {
            send(call, status, body);
        }
    }

    private static @Nullable String first(HttpExchange call, String header) {
        return call.getRequestHeaders().getFirst(header);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
