package org.campaignledger.platform.web.security;

/**
 * A password after hashing. A type of its own, so that it is neither mistaken for a password nor ever printed.
 *
 * @param encoded algorithm, parameters, salt and hash in one text
 */
public record PasswordHash(String encoded) {

    /** Tells nothing: a command or a row that holds a hash may end up in a log. */
    @Override
    public String toString() {
        return "[hidden]";
    }
}
