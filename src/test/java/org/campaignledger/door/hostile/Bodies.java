package org.campaignledger.door.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.campaignledger.testing.Campaigns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies in which everything is right but one thing. */
final class Bodies {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Stands for what is put in its place byte by byte, since a tree could not hold it. */
    private static final String HERE = "@@here@@";

    /** Texts and numbers that are right wherever a field of this name stands. */
    private static final Map<String, Object> RIGHT = Map.ofEntries(Map.entry("unit", "FJ"), Map.entry("category",
            "activity"), Map.entry("reason", "核对无误"), Map.entry("reasonCode", "wrong-figure"), Map.entry("occurredOn",
                    "2019-06-01"), Map.entry("on", "2019-06-01"), Map.entry("from", "2019-06-01"), Map.entry("to",
                            "2019-06-02"), Map.entry("until", "2019-10-15"), Map.entry("contacts", 3), Map.entry(
                                    "direct",
                                    3), Map.entry("place", "职工之家"), Map.entry("description", "线下活动"), Map.entry(
                                            "target",
                                            3_100), Map.entry("contactsPerEvent", 9_000), Map.entry("reviewedVersion",
                                                    1),
            Map.entry("address", "http://127.0.0.1:9/"), Map.entry("weekday", "MONDAY"), Map.entry("hour", 9), Map
                    .entry(
                            "judge", "judge-fj"), Map.entry("level", "FIRST"), Map.entry("minScores", 1), Map.entry(
                                    "channel",
                                    "WEB"), Map.entry("requirement", "none"), Map.entry("password", "another-horse-12"),
            Map.entry(
                    "username", "fj"), Map.entry("role", "REPORTER"), Map.entry("scope", "FJ"));

    private final Stage stage;

    Bodies(Stage stage) {
        this.stage = stage;
    }

    /** A body of JSON that is right, as far as it is known what is. */
    ObjectNode right(Operation operation, Random random) {
        if (operation.path().equals("/api/v1/campaigns")) {
            return (ObjectNode) Campaigns.of2019(stage.ledger().campaign()).json().deepCopy();
        }
        ObjectNode body = JSON.createObjectNode();
        operation.fields().stream().filter(field -> field.lastIndexOf('/') == 0).map(field -> field.substring(1))
                .forEach(name -> {
                    if (RIGHT.containsKey(name)) {
                        body.set(name, JSON.valueToTree(RIGHT.get(name)));
                    }
                });
        String title = "第" + random.nextInt(1_000_000_000) + "件";
        List.of("title", "name", "code").stream().filter(name -> operation.fields().contains("/" + name)).forEach(
                name -> body.put(name, name.equals("code") ? "FJ-" + random.nextInt(1_000_000) : title));
        particular(operation, body, title, random);
        return body;
    }

    private void particular(Operation operation, ObjectNode body, String title, Random random) {
        String path = operation.path();
        if (path.endsWith("/mobilizations")) {
            body.putObject("organization").put("name", title);
        } else if (path.endsWith("/propagandists")) {
            body.putObject("person").put("name", title).put("phone", "1380000" + (1_000 + random.nextInt(9_000)));
        } else if (path.endsWith("/events")) {
            body.put("kind", "OFFLINE_EVENT");
        } else if (path.endsWith("/entries") || path.endsWith("/submissions")) {
            body.putObject("submitter").put("kind", "UNION").put("name", title);
        } else if (path.endsWith("/subscriptions")) {
            body.remove("unit");
            body.put("kind", "WEEKLY_DIGEST").put("channel", "WEBHOOK");
        } else if (path.endsWith("/contacts")) {
            body.put("phone", "13800000001").put("host", "某某部");
        } else if (path.contains("/corrections") && operation.fields().contains("/action")) {
            body.put("recordId", stage.record("events", random)).put("action", "AMEND");
            body.putObject("changes").put("contacts", random.nextInt(90));
        } else if (path.endsWith("/amend")) {
            body.removeAll();
            body.put("title", title);
        } else if (path.endsWith("/judging/open")) {
            body.putArray("rubric").addObject().put("criterion", "content").put("weight", 1).put("max", 10);
            body.putArray("tieBreak").add("content");
        } else if (path.endsWith("/scores/mine")) {
            body.putObject("scores").put("content", 5);
        } else if (path.endsWith("/allocations")) {
            body.putArray("changes").addObject().put("unit", "FJ").put("events", 90);
        }
    }

    /** The body with this at that place, whatever it is. */
    byte[] with(Operation operation, String pointer, String raw, Random random) {
        ObjectNode body = right(operation, random);
        put(body, pointer.substring(1).split("/"), 0);
        return JSON.writeValueAsString(body).replace("\"" + HERE + "\"", raw).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode at, String[] steps, int step) {
        String name = steps[step];
        if (step == steps.length - 1) {
            at.put(name, HERE);
        } else if (steps[step + 1].equals("0")) {
            ArrayNode list = at.get(name) instanceof ArrayNode there ? there : at.putArray(name);
            if (step + 1 == steps.length - 1) {
                list.insert(0, HERE);
            } else {
                put(list.get(0) instanceof ObjectNode first ? first : list.insertObject(0), steps, step + 2);
            }
        } else {
            put(at.get(name) instanceof ObjectNode there ? there : at.putObject(name), steps, step + 1);
        }
    }

    /** Pointers of all fields of a tree; of a list those of its first item. */
    static List<String> pointers(JsonNode tree) {
        List<String> all = new ArrayList<>();
        gather(tree, "", all);
        return all;
    }

    private static void gather(JsonNode tree, String at, List<String> all) {
        if (!at.isEmpty()) {
            all.add(at);
        }
        if (tree.isArray() && !tree.isEmpty()) {
            gather(tree.get(0), at + "/0", all);
        }
        tree.properties().forEach(field -> gather(field.getValue(), at + "/" + field.getKey(), all));
    }

    /** A form with one part, a file. */
    static byte[] multipart(String name, String fileName, byte[] file) {
        byte[] head = ("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + file.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(file, 0, all, head.length, file.length);
        System.arraycopy(tail, 0, all, head.length + file.length, tail.length);
        return all;
    }

    /** The body as a whole made into something else. */
    static byte[] spoilt(byte[] right, Random random) {
        String text = new String(right, StandardCharsets.UTF_8);
        String inside = text.length() > 2 ? text.substring(1) : "}";
        return switch (random.nextInt(22)) {
            case 0 -> new byte[0];
            case 1 -> bytes(Evil.json(random));
            case 2 -> bytes(text.substring(0, random.nextInt(text.length() + 1)));
            case 3 -> bytes(text + Evil.json(random));
            case 4 -> text.getBytes(StandardCharsets.UTF_16);
            case 5 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 6 -> text.getBytes(StandardCharsets.UTF_32);
            case 7 -> bytes("\ufeff" + text);
            case 8 -> bytes("{\"unit\": \"FJ\", \"unit\": \"GD\"," + inside);
            case 9 -> bytes("{\"unknown\": " + Evil.json(random) + "," + inside);
            case 10 -> bytes("{\"__proto__\": {\"a\": 1}, \"constructor\": {}," + inside);
            case 11 -> bytes("{\"\": 1, \"\\u0000\": 1, \"\\ud800\": 2, \"a.b[0]\": 3," + inside);
            case 12 -> bytes("[".repeat(10_000));
            case 13 -> bytes("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
            case 14 -> bytes(text + " ".repeat(2 << 20));
            case 15 -> bytes(text + text);
            case 16 -> bytes("{" + "\"" + "k".repeat(60_000) + "\": 1}");
            case 17 -> bytes("unit: FJ\nkind: &a [*a]\n");
            case 18 -> inserted(right, new byte[]{(byte) 0xff}, random);
            case 19 -> inserted(right, new byte[]{(byte) 0xc0, (byte) 0xaf}, random);
            case 20 -> inserted(right, new byte[]{(byte) 0xed, (byte) 0xa0, (byte) 0x80}, random);
            default -> inserted(right, new byte[]{(byte) random.nextInt(256), (byte) random.nextInt(256)}, random);
        };
    }

    private static byte[] inserted(byte[] into, byte[] more, Random random) {
        int at = random.nextInt(into.length + 1);
        byte[] all = new byte[into.length + more.length];
        System.arraycopy(into, 0, all, 0, at);
        System.arraycopy(more, 0, all, at, more.length);
        System.arraycopy(into, at, all, at + more.length, into.length - at);
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
