package org.campaignledger.door.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What is put where something else belongs. */
final class Evil {

    /** What a template would make of {@code 7919*7907}: nothing that is sent holds it. */
    static final String CALCULATED = "62615533";
    /** What a page must never hold as it stands. */
    static final String MARKUP = "<svg/onload=x7919>";
    /** A header that only a break of the line could bring about. */
    static final String SMUGGLED = "x-smuggled";

    /** What a spreadsheet would calculate, or run. */
    static final List<String> FORMULAS = List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://127.0.0.1:9\")");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Texts, whatever they are sent in. */
    static final List<String> TEXTS = List.of("", " ", "\u3000", "\t", "x".repeat(201), "x".repeat(10_001), "工".repeat(
            4_000), "\0", "a\0b", "\ud800", "\udc00\ud800", "a\udfff", "e\u0301", "\u212b", "ﬁ①Ａ", "\u202e工会",
            "\u2066x",
            "\ufeff工会", "\u200b", "\u200d", "\uffff", "\udbff\udfff", "\ue000", "\u2028", "\u0085", "👩‍👩‍👧‍👦",
            "Z̸̡͖a̷l̴g̵o", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "..;/", "file:///etc/passwd",
            "x\r\nX-Smuggled: 1\r\n\r\n", "x\nX-Smuggled: 1", "'; DROP TABLE ledger_event; --", "' OR '1'='1",
            "1) OR (1=1", "%' ESCAPE '", "\\", "%", "_", "$1", "?", ":x", "${7919*7907}", "*{7919*7907}",
            "#{7919*7907}", "[[${7919*7907}]]", "__${7919*7907}__::.x", "~{::x}", "{{7919*7907}}", "T(Runtime).x",
            "${jndi:ldap://127.0.0.1:9/x}", "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=cmd|' /C calc'!A0",
            "＝1+1", MARKUP, "\"><b x7919>", "'-alert(1)-'", "javascript:x7919", "//example.invalid/x", "%s%n%x",
            "null", "undefined", "NaN", "true", "0", "-1", "-0", "1e400", "1.5", "0x10", "９", "٣", "９９",
            "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "2147483648", "1".repeat(400), "2019-02-30", "2019-06-01", "0000-00-00", "9999-12-31", "+999999999-12-31",
            "-0001-01-01", "-999999999-01-01", "10000-01-01", "2019-06-01T00:00:00Z", "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z", "2019-06-01T24:00:00Z", "2019-06-01T00:00:00+18:01", "9-9", "0-0",
            "1-2-3", "AAAA", "eyJhIjoxfQ", "a".repeat(64), "FJ", "ALL", "00000000-0000-0000-0000-000000000000",
            "13800000001", "+8613800000001", "11010119650101100X", "http://127.0.0.1:1/", "http://[::1", "a@b@c",
            "a@" + "b".repeat(300), "__proto__", "class.classLoader", "(?:a+)+$", "*".repeat(50), "[".repeat(300));

    /** Values of JSON that are no texts, well formed or not. */
    private static final List<String> VALUES = List.of("null", "true", "false", "0", "-0", "-1", "1", "1.5", "-0.0",
            "1e400", "-1e400", "1E-400", "1e2", "1e999999999", "1e-999999999", "NaN", "Infinity", "-Infinity",
            "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "-9223372036854775809", "2147483648", "0x10", "01", "+1", ".5", "1.", "1".repeat(2_000), "0." + "0".repeat(
                    2_000) + "1", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"\":1}", "{\"a\":{\"b\":[1]}}", "[1,2,3]",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "'x'", "undefined",
            "", ",", "}", "]", "\"", "/* */1", "1//", "[\"x\",\"x\"]", "{\"a\":1,\"a\":2}", "\"x\" \"y\"",
            "[".repeat(10_000), "[".repeat(10_000) + "]".repeat(10_000), "{\"a\":".repeat(5_000) + "1" + "}".repeat(
                    5_000), "[" + "1,".repeat(20_000) + "1]", "\"" + "é".repeat(150_000) + "\"");

    /** What stands in a query or a path as it is, whether encoded rightly or not. */
    private static final List<String> ENCODED = List.of("%00", "%", "%z", "%zz", "%ff", "%c0%af", "%ed%a0%80", "%f8",
            "%0d%0aX-Smuggled:%201", "%0aX-Smuggled:1", "%2e%2e%2f", "..%2f..%2f", "%252e%252e%252f", "%2f", "%5c",
            "%3b",
            ";a=b", "%u0041", "+", "&", "&&", "=", "a=b=c", "[]", "[a", "{b}", "%7b7919%7d", "|", "^", "`", "\"", "<>",
            "\u00ff\u00fe", "\u00e5\u00b7\u00a5", "#x", "%20", "*", "!", "~", "a,b", "%2c", "x".repeat(6_000));

    private Evil() {}

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** A value of JSON, as it stands in a body. */
    static String json(Random random) {
        return random.nextInt(5) < 2
                ? one(VALUES, random)
                : text(one(TEXTS, random), random.nextBoolean());
    }

    private static String text(String value, boolean escaped) {
        if (!escaped && value.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return JSON.writeValueAsString(value);
        }
        StringBuilder out = new StringBuilder("\"");
        value.chars().forEach(c -> out.append("\\u%04x".formatted(c)));
        return out.append('"').toString();
    }

    /** What is put into a path or a query: ISO 8859-1, as it goes over the wire. */
    static String encoded(Random random) {
        return random.nextInt(3) == 0 ? one(ENCODED, random) : percent(one(TEXTS, random));
    }

    static String percent(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(
                    c) >= 0;
            out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }

    /** What is put into a header: bytes of UTF-8, or of nothing; breaks of lines among them. */
    static String header(Random random) {
        return new String(one(TEXTS, random).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).replace(
                "\r\n\r\n", "\r ");
    }

    /** Names of parameters that nobody knows. */
    static String oddName(Random random) {
        return one(List.of("a[b", "a]b", "[]", "[0]", "a[0].b", "a.b", ".", "..", "unit[", "unit[0]", "unit.class",
                "class.module.classLoader", "%00", "a%00", ";", "a;b", "=", "%5b", "_unit", "!unit", "$",
                "%24%7b7919*7907%7d",
                "%c3%28", "x".repeat(3_000), "lang", "embed", "_csrf", "continue", "told", "sent", "jsessionid",
                "limit[a",
                "after[]", "position[", "__proto__", "a[b[c", "on[", "filter[unit]", "state[NEW]", "%0d%0aX-Smuggled"),
                random) + (random.nextBoolean() ? "=" + encoded(random) : "");
    }

    /** Media types and the like, for the headers that bargain about the answer and tell of the body. */
    static List<String> mediaTypes() {
        return Stream.of("text/html", "application/json", "image/png", "text/csv", "application/x-ndjson",
                "application/pdf",
                "text/event-stream", "application/problem+json", "application/xml", "*/*", "*/json", "/", ";", "a",
                "a/b/c",
                "text/*;q=2", "application/json;q=0", "*/*;q=0", "application/json;charset=GBK",
                "application/json;charset=utf-16", "application/json;charset=nope", "application/json;charset=\"",
                "application/json;;;", "application/*+json", "application/yaml", "multipart/form-data",
                "multipart/form-data; boundary=", "multipart/form-data; boundary=\"", "multipart/mixed; boundary=part",
                "application/x-www-form-urlencoded", "text/plain", "application/octet-stream", "*", "",
                "application/json, application/json", "application/json;a=" + "b".repeat(3_000)).toList();
    }
}
