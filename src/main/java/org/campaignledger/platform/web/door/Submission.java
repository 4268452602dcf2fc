package org.campaignledger.platform.web.door;

/**
 * A command that passed the checks at the door, with the answer to be given once it is written.
 *
 * @param command  what is asked for
 * @param id       id in the answer
 * @param location a path that can be fetched, for 201 and 202
 * @param status   201 for something new, 200 for an action on an existing thing, 202 for what needs four eyes first
 */
public record Submission(Object command, String id, String location, int status) {

    /** Makes something new. */
    public static Submission creating(String id, String location, Object command) {
        return new Submission(command, id, location, 201);
    }

    /** Acts on something that exists. */
    public static Submission actingOn(String id, Object command) {
        return new Submission(command, id, "", 200);
    }
}
