package org.campaignledger.seal.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignledger.seal.verify.tree.Merkle;
import org.campaignledger.seal.verify.tree.Tile;

/** A small ledger that was sealed in order: what stands in it may be changed afterwards, what was sealed may not. */
public final class TestLog {

    /** The name of the log. */
    public static final String ORIGIN = "ledger.example/test";

    private static final long START = 1_556_668_800_000L;

    private final Merkle merkle = new Merkle();
    private final List<byte[]> hashes = new ArrayList<>();

    /** The log's key. */
    public final TestKey key = TestKey.ofLog(ORIGIN, 1);
    /** What its events name by digest, as it stands now: bytes by digest. */
    public final Map<String, byte[]> attachments = new LinkedHashMap<>();
    /** The events as they stand now. */
    public final List<TestEvent> events = new ArrayList<>();

    /** A ledger of this many events, which must be at least 4. */
    public TestLog(int size) {
        this(size, List.of());
    }

    /** The same with further events, each of which names one of these lists by its digest. */
    public TestLog(int size, List<String> lists) {
        this(size, lists, List.of());
    }

    /** The same with further events of any type, each told as its type and payload. */
    public TestLog(int size, List<String> lists, List<Map.Entry<String, String>> further) {
        List<TestEvent> sealed = new ArrayList<>();
        add(sealed, "campaign", 0, "CampaignOpened", """
            {"campaign":"c","definition":{"categories":[{"id":"video"}],\
            "targets":[{"metric":"events","target":30},{"metric":"contacts"},{"metric":"directReach"},\
            {"metric":"secondaryReach"},{"metric":"organizations"},{"metric":"propagandists"}],\
            "units":[{"code":"FJ","events":12},{"code":"ZJ","events":18}]}}""");
        add(sealed, "campaign", 1, "SubUnitOpened",
                "{\"campaign\":\"c\",\"code\":\"FJ-1\",\"name\":\"福州\",\"unit\":\"FJ\"}");
        while (sealed.size() < size) {
            int n = sealed.size();
            String unit = List.of("FJ", "ZJ", "FJ-1").get(n % 3);
            String head = "{\"campaign\":\"c\",\"unit\":\"" + unit + "\",\"title\":\"走进\\\"企业\\\" 😀 " + n + "\",";
            switch (n % 5) {
                case 0 -> add(sealed, "u" + n, 0, "UnitMobilized", head + "\"occurredOn\":\"2019-05-0" + (1 + n % 9)
                        + "\"}");
                case 1 -> add(sealed, "p" + n, 0, "PropagandistRecruited", head + "\"occurredOn\":\"2019-05-11\"}");
                case 2 -> add(sealed, "r" + n, 0, "ReachReported",
                        head + "\"from\":\"2019-05-01\",\"to\":\"2019-05-07\",\"direct\":" + n + ",\"secondary\":0}");
                case 3 -> add(sealed, "phase", n / 5, "PhaseOpened", "{\"campaign\":\"c\",\"phase\":\"MOBILISE\"}");
                default -> add(sealed, "e" + n, 0, "EventHeld", head + "\"contacts\":" + n
                        + ",\"occurredOn\":\"2019-05-12\"}");
            }
        }
        for (String list : lists) {
            byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
            String digest = HexFormat.of().formatHex(Merkle.sha256().digest(bytes));
            attachments.put(digest, bytes);
            add(sealed, "correction-" + digest, 0, "CorrectionRequested",
                    "{\"campaign\":\"c\",\"list\":{\"records\":2,\"sha256\":\"" + digest + "\"},\"reason\":\"x\"}");
        }
        for (Map.Entry<String, String> one : further) {
            add(sealed, "further-" + sealed.size(), 0, one.getKey(), one.getValue());
        }
        events.addAll(sealed);
        sealed.forEach(event -> hashes.add(merkle.leaf(event.entry())));
    }

    private static void add(List<TestEvent> events, String aggregate, long sequence, String type, String payload) {
        events.add(new TestEvent(events.size() + 1, aggregate, sequence, type, payload, "someone",
                START + events.size() * 250L));
    }

    /** How many events were sealed. */
    public int size() {
        return hashes.size();
    }

    /** Makes what was sealed another log's: one hash is another. */
    public TestLog forkedAt(int position) {
        hashes.set(position - 1, merkle.leaf(new byte[]{(byte) position}));
        return this;
    }

    /** The root over the first leaves. */
    public byte[] root(int size) {
        return merkle.root(hashes.subList(0, size));
    }

    /** The text of the checkpoint of a size. */
    public String text(int size) {
        return ORIGIN + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root(size)) + "\n";
    }

    /** The checkpoint of a size. */
    public String checkpoint(int size) {
        return key.signed(text(size));
    }

    /** RFC 6962's proof that one tree is the beginning of another. */
    public List<byte[]> consistency(int from, int to) {
        return new TestTree(hashes).consistency(from, to);
    }

    /** The hashes of a tile. */
    public byte[] tile(Tile tile) {
        byte[] bytes = new byte[tile.width() * Merkle.HASH];
        int span = 1 << (8 * tile.level());
        for (int i = 0; i < tile.width(); i++) {
            int first = (int) (tile.index() * Tile.FULL + i) * span;
            System.arraycopy(merkle.root(hashes.subList(first, first + span)), 0, bytes, i * Merkle.HASH, Merkle.HASH);
        }
        return bytes;
    }

    /** All tiles of the tree, by path. */
    public Map<String, byte[]> tiles() {
        Map<String, byte[]> tiles = new TreeMap<>();
        for (int level = 0; size() >> (8 * level) > 0; level++) {
            int count = size() >> (8 * level);
            for (int index = 0; index * Tile.FULL < count; index++) {
                Tile tile = new Tile(level, index, Math.min(Tile.FULL, count - index * Tile.FULL));
                tiles.put(tile.path(), tile(tile));
            }
        }
        return tiles;
    }

    /** The lines of some of the events as they stand now. */
    public String lines(int from, int to) {
        return events.subList(from, to).stream().map(TestEvent::line).collect(Collectors.joining());
    }

    /** The published figures. */
    public TestFigures figures() {
        return new TestFigures(events);
    }

    /** The replay certificate. */
    public String certificate() {
        return key.signed("campaign-ledger/replay/v1\n" + ORIGIN + "\n" + size() + "\n" + figures().hash() + "\n");
    }
}
