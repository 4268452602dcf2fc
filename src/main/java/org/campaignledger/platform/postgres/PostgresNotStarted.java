package org.campaignledger.platform.postgres;

/** The embedded PostgreSQL could not be brought up; the message ends with what PostgreSQL itself said, if anything. */
public final class PostgresNotStarted extends StartRefused {

    private static final long serialVersionUID = 1L;

    PostgresNotStarted(String message) {
        super(message);
    }
}
