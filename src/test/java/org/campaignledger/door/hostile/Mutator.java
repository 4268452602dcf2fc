package org.campaignledger.door.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests in which one thing is wrong. */
final class Mutator {

    private static final int LONG = 20_000;

    private final Stage stage;
    private final Bodies bodies;

    Mutator(Stage stage) {
        this.stage = stage;
        this.bodies = new Bodies(stage);
    }

    /** A request as it should be, as far as it is known what it should be. */
    Asked right(Operation operation, @Nullable String account, Random random) {
        String target = operation.path();
        for (String name : operation.variables()) {
            target = filled(target, name, Evil.percent(stage.variable(operation, name, random)));
        }
        Asked asked = new Asked(operation.toString(), "nothing", account, operation.method(), target, List.of(), null,
                false);
        String mediaType = operation.mediaType();
        if (mediaType == null) {
            return asked;
        }
        byte[] body = switch (mediaType) {
            case "multipart/form-data" -> Bodies.multipart("file", "events.csv", file(random));
            case "application/x-www-form-urlencoded" -> form(random, null, "");
            default -> JsonMapper.shared().writeValueAsBytes(bodies.right(operation, random));
        };
        return asked.sending(body).with("Content-Type", mediaType.startsWith("multipart")
                ? mediaType + "; boundary=part"
                : mediaType);
    }

    private static byte[] file(Random random) {
        return ("unit,kind,title,place,contacts,occurredOn\nFJ,OFFLINE_EVENT," + Evil.one(Evil.TEXTS, random) + random
                .nextInt() + ",x,1,2019-06-01\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] form(Random random, @Nullable String field, String value) {
        StringJoiner all = new StringJoiner("&");
        stage.form(random).forEach((name, right) -> {
            if (!name.equals(field)) {
                all.add(name + "=" + Evil.percent(right));
            }
        });
        if (field != null) {
            all.add(field + "=" + value);
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String filled(String path, String variable, String with) {
        return path.replaceFirst("\\{\\*?" + variable + "(:[^}]*)?}", with.replace("\\", "\\\\").replace("$", "\\$"));
    }

    /** The same with something wrong at this place. */
    Asked wrong(Operation operation, Place place, @Nullable String account, Random random) {
        Asked right = right(operation, account, random);
        return (switch (place.in()) {
            case PATH -> inPath(right, operation, place.name(), random);
            case QUERY -> inQuery(right, operation, place.name(), random);
            case ODD_NAME -> right.to(right.method(), right.target() + "?" + Evil.oddName(random));
            case FIELD -> right.sending(bodies.with(operation, place.name(), Evil.json(random), random));
            case BODY -> spoilt(right, random);
            case HEADER -> inHeader(right, place.name(), random);
            case LINE -> inLine(right, random);
        }).because(place.toString());
    }

    private Asked inPath(Asked right, Operation operation, String variable, Random random) {
        String target = operation.path();
        for (String name : operation.variables()) {
            target = filled(target, name, name.equals(variable)
                    ? Evil.encoded(random)
                    : Evil.percent(stage.variable(operation, name, random)));
        }
        return rawly(right.to(right.method(), target));
    }

    /** A parameter of a page's form stands in its body. */
    private Asked inQuery(Asked right, Operation operation, String name, Random random) {
        // A position that is never reached is waited for.
        String value = name.equals("waitFor") && random.nextInt(40) > 0
                ? Evil.one(List.of("-1", "x", "1.5", "%00", "", "-9223372036854775808", "9223372036854775808", "1e3",
                        "0"),
                        random)
                : Evil.encoded(random);
        if ("application/x-www-form-urlencoded".equals(operation.mediaType()) && !name.equals("lang")) {
            return right.sending(form(random, name, value));
        }
        String again = random.nextInt(8) == 0 ? "&" + name + "=" + Evil.encoded(random) : "";
        return rawly(right.to(right.method(), right.target() + "?" + name + "=" + value + again));
    }

    /** Where bytes stand in the target that may not, the container gives up before anybody else sees it. */
    private static Asked rawly(Asked asked) {
        return asked.target().chars().anyMatch(c -> c <= ' ' || c > 126) ? asked.brokenly() : asked;
    }

    private static Asked spoilt(Asked right, Random random) {
        byte[] body = right.body();
        if (random.nextInt(10) == 0) {
            return right.sending(null);
        }
        return right.sending(Bodies.spoilt(body == null ? new byte[0] : body, random));
    }

    private static Asked inHeader(Asked right, String name, Random random) {
        return switch (name) {
            case "Accept", "Content-Type" -> right.with(name, Evil.one(Evil.mediaTypes(), random));
            case "Accept-Language" -> right.with(name, Evil.one(List.of("*", "", "en;q=2", "zh-CN,en;q=x", ";", "x"
                    .repeat(
                            2_000), "zh_CN", "en-" + "a-".repeat(400), "../../x", "-", "i-klingon", "q=1"), random));
            case "Authorization" -> new Asked(right.operation(), right.what(), null, right.method(), right.target(),
                    right
                            .headers(), right.body(), false).with(name, Evil.one(List.of("Basic", "Basic ", "Basic !!!",
                                    "Basic YQ==", "Bearer", "Bearer  ", "Digest x", "Negotiate AAAA", "\u00ff", ",",
                                    "Basic "
                                            + "A".repeat(3_000), "basic Og==", "Basic OkE="), random));
            case "Host" -> right.with(name, Evil.one(List.of("evil.invalid", "localhost:99999", "[::1", "a b", "",
                    "a@b",
                    "x".repeat(300), "evil.invalid/path", "\u00e9"), random)).brokenly();
            case "Content-Length" -> right.with(name, Evil.one(List.of("-1", "abc", "+5", "0x5", "5, 6", "", "5;5",
                    "1e3"),
                    random)).brokenly();
            case "Transfer-Encoding" -> right.with(name, Evil.one(List.of("gzip", "chunked, chunked", "xchunked",
                    "identity",
                    "chunked", "\u000bchunked", "chunked, gzip"), random)).brokenly();
            case "Range" -> right.with(name, Evil.one(List.of("bytes=0-0", "bytes=5-1", "bytes=-0", "bytes=x", "bytes="
                    + "0-0,"
                            .repeat(500) + "1-1", "bytes=9223372036854775807-", "bytes=9223372036854775808-",
                    "lines=1-2", "bytes=",
                    "bytes=-9223372036854775808"), random));
            default -> header(right, name, random);
        };
    }

    private static Asked header(Asked right, String name, Random random) {
        String value = random.nextInt(40) == 0 ? "x".repeat(LONG) : Evil.header(random);
        Asked asked = right.with(name, value);
        return value.length() >= LONG || value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)
                ? asked.brokenly()
                : asked;
    }

    /** The method, the address as a whole, and the head. Nothing reaches an end that is open to nobody. */
    private static Asked inLine(Asked right, Random random) {
        String target = right.target();
        int end = target.length() / 2;
        return switch (random.nextInt(22)) {
            case 0, 1, 2 -> right.to(Evil.one(List.of("TRACE", "OPTIONS", "PATCH", "DELETE", "HEAD", "get", "FOO",
                    "PROPFIND",
                    "QUERY", "M-SEARCH"), random), target);
            case 3 -> right.to(Evil.one(List.of("G\u0000T", "", "P{}T", "\u00ff", "CONNECT"), random), target)
                    .brokenly();
            case 4 -> right.to(right.method(), "*").brokenly();
            case 5 -> right.to(right.method(), "http://evil.invalid" + target).brokenly();
            case 6 -> right.to(right.method(), "/" + target);
            case 7 -> right.to(right.method(), target + "/");
            case 8 -> right.to(right.method(), target + ";jsessionid=1;x=y");
            case 9 -> right.to(right.method(), target.substring(0, end) + "/..;/" + target.substring(end));
            case 10 -> right.to(right.method(), target + "/../../../../../../etc/passwd").brokenly();
            case 11 -> right.to(right.method(), target + "%2f..%2f..%2fetc%2fpasswd").brokenly();
            case 12 -> right.to(right.method(), target.substring(0, end) + "\\" + target.substring(end)).brokenly();
            case 13 -> right.to(right.method(), target + "?" + "a".repeat(LONG)).brokenly();
            case 14 -> right.to(right.method(), target + "/" + "a/".repeat(2_000));
            case 15 -> right.to(right.method(), target + " HTTP/1.1\r\nX-A: b").brokenly();
            case 16 -> right.to(right.method(), target + " HTTP/7.3\r\nX-A: b").brokenly();
            case 17 -> right.to(right.method(), target + "?" + "p=1&".repeat(1_500));
            case 18 -> right.with("X-Many", "1\r\nX-More: 2".repeat(120)).brokenly();
            case 19 -> right.with("X A(b)", "c").brokenly();
            case 20 -> right.with("X-Two", "1\r\nHost: evil.invalid").brokenly();
            default -> right.to(right.method(), target.replaceFirst("/api/v1", "/API/V1").replaceFirst("/c/", "/C/"));
        };
    }
}
