package org.campaignledger.testing;

/** A record about to be sent: it still wants a date, and may be of another unit or carry a key. */
public final class Sentence {

    private final Desk desk;
    private final String path;
    private final Form form;

    Sentence(Desk desk, String path, Form form) {
        this.desk = desk;
        this.path = path;
        this.form = form;
    }

    /** For another unit than one's own. */
    public Sentence of(String unit) {
        return new Sentence(desk, path, form.with("unit", unit));
    }

    /** With an idempotency key. */
    public Sentence withKey(String key) {
        return new Sentence(desk.sending("Idempotency-Key", key), path, form);
    }

    /** Sent, as of this day. */
    public Answer on(String day) {
        return new Sentence(desk, path, form.with("occurredOn", day)).asItIs();
    }

    /** Sent, for this period. */
    public Answer between(String from, String to) {
        return new Sentence(desk, path, form.between(from, to)).asItIs();
    }

    /** Sent without another word. */
    public Answer asItIs() {
        return desk.posts(path, form);
    }
}
