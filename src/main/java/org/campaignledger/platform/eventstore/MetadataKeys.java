package org.campaignledger.platform.eventstore;

/** The keys of a ledger event's metadata. All values are texts; a key that does not apply is absent. */
public final class MetadataKeys {

    /** The event's unique id; here as well as beside it, so that the seal is over it. */
    public static final String EVENT_ID = "eventId";
    /** Simple name of its aggregate, sealed likewise. */
    public static final String AGGREGATE_TYPE = "aggregateType";
    /** Id of its aggregate, sealed likewise. */
    public static final String AGGREGATE_ID = "aggregateId";
    /** Its place within the aggregate, sealed likewise. */
    public static final String SEQUENCE = "sequence";
    /** User name of who acted. */
    public static final String ACCOUNT = "account";
    /** Role of who acted. */
    public static final String ROLE = "role";
    /** Scope of who acted. */
    public static final String SCOPE = "scope";
    /** The unit that an acting HOST belongs to. */
    public static final String UNIT = "unit";
    /** The request (or schedule run) with which it all began. */
    public static final String CORRELATION = "correlationId";
    /** The message that caused this event directly. */
    public static final String CAUSATION = "causationId";
    /** The idempotency key as the client sent it. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";
    /** Sequence of the campaign's last event on whose rules the decision was taken. */
    public static final String CAMPAIGN_VERSION = "campaignVersion";
    /** Which of how many events of its append it is, such as {@code 17/5001}; absent where it is the only one. */
    public static final String APPEND = "append";

    /** The trace in which it was recorded (W3C Trace Context); absent where it was not traced. */
    public static final String TRACE = "traceparent";
    /** How a trace ends that is recorded. */
    public static final String SAMPLED = "-01";

    private MetadataKeys() {}
}
