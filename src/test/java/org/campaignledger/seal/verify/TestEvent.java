package org.campaignledger.seal.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.campaignledger.seal.verify.tree.Merkle;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event, and the forms that the page on the sealed log gives it, written down here a second time.
 *
 * @param position   from 1
 * @param aggregate  its aggregate's id
 * @param sequence   within it
 * @param type       its type
 * @param payload    JSON
 * @param account    who acted
 * @param recordedAt milliseconds
 */
public record TestEvent(
        long position, String aggregate, long sequence, String type, String payload, String account, long recordedAt) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'",
            Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Its id. */
    public String id() {
        return "event-of-" + aggregate + "-" + sequence;
    }

    /** Its salt: 16 bytes that depend on nothing but its id. */
    public byte[] salt() {
        return Arrays.copyOf(Merkle.sha256().digest(id().getBytes(StandardCharsets.UTF_8)), 16);
    }

    /** Its metadata. */
    public String metadata() {
        return "{\"account\":\"" + account + "\",\"aggregateId\":\"" + aggregate
                + "\",\"aggregateType\":\"Thing\",\"eventId\":\"" + id() + "\",\"role\":\"REPORTER\",\"sequence\":\""
                + sequence + "\"}";
    }

    /** Its entry. */
    public byte[] entry() {
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(83 + name.length).put((byte) 1).putLong(position).putLong(recordedAt)
                .putShort((short) 1).put(salted(payload)).put(salted(metadata())).put(name).array();
    }

    private byte[] salted(String text) {
        MessageDigest digest = Merkle.sha256();
        digest.update(salt());
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its line. */
    public String line() {
        return "{\"position\":" + position + ",\"eventId\":\"" + id()
                + "\",\"aggregateType\":\"Thing\",\"aggregateId\":\""
                + aggregate + "\",\"sequence\":" + sequence + ",\"type\":\"" + type
                + "\",\"revision\":1,\"recordedAt\":\"" + FORM.format(Instant.ofEpochMilli(recordedAt))
                + "\",\"salt\":\"" + Base64.getEncoder().encodeToString(salt()) + "\",\"payload\":"
                + JSON.writeValueAsString(payload) + ",\"metadata\":" + JSON.writeValueAsString(metadata()) + "}\n";
    }

    /** The same at another position. */
    public TestEvent at(long other) {
        return new TestEvent(other, aggregate, sequence, type, payload, account, recordedAt);
    }

    /** The same with another payload. */
    public TestEvent saying(String other) {
        return new TestEvent(position, aggregate, sequence, type, other, account, recordedAt);
    }

    /** The same by someone else. */
    public TestEvent by(String other) {
        return new TestEvent(position, aggregate, sequence, type, payload, other, recordedAt);
    }
}
