package org.campaignledger.platform.eventstore;

/**
 * The first answer to a command that came with an idempotency key, kept in the append's own transaction.
 *
 * @param scope    SHA-256 over account, method, path and key, as lower-case hex
 * @param bodyHash keyed hash of the canonical JSON of the body, as lower-case hex
 * @param status   HTTP status: 200, 201 or 202
 * @param location path that can be fetched, empty where the answer had none
 * @param id       id in the answer
 * @param position the last position written; set by the store
 */
public record IdempotentAnswer(String scope, String bodyHash, int status, String location, String id, long position) {

    /** The same answer, at the position that the store gave it. */
    public IdempotentAnswer at(long lastPosition) {
        return new IdempotentAnswer(scope, bodyHash, status, location, id, lastPosition);
    }
}
