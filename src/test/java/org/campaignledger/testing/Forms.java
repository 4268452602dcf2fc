package org.campaignledger.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** The four kinds of record, filled in so that nothing is wrong with them. */
public final class Forms {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Forms() {}

    /** A grass-roots union without a code. */
    public static Form union(String name) {
        return new Form().with("organization.name", name);
    }

    /** A union that nobody has recorded yet. */
    public static Form aUnion() {
        int number = NUMBERS.incrementAndGet();
        return union("第" + number + "工会").code("REG" + (100_000 + number));
    }

    /** A person by name alone, whom nothing tells apart. */
    public static Form person(String name) {
        return new Form().with("person.name", name);
    }

    /** A person that nobody has recorded yet. */
    public static Form aPerson() {
        return person("职工" + NUMBERS.get()).phone(aPhone());
    }

    /** A visit to an enterprise. */
    public static Form visit(String enterprise) {
        return new Form().with("kind", "ENTERPRISE_VISIT").with("title", "走进企业").with("enterprise", enterprise)
                .with("contacts", 0);
    }

    /** An event at a place. */
    public static Form offlineEvent(String title) {
        return new Form().with("kind", "OFFLINE_EVENT").with("title", title).with("place", "职工之家")
                .with("contacts", 0);
    }

    /** An event that nobody has recorded yet. */
    public static Form anEvent() {
        return offlineEvent("第" + NUMBERS.incrementAndGet() + "场活动");
    }

    /** Reach through a channel. */
    public static Form reach(String channel, long direct) {
        return new Form().with("channel", channel).with("direct", direct);
    }

    /** A mobile number that was not given before. */
    public static String aPhone() {
        return "139" + (10_000_000 + NUMBERS.incrementAndGet());
    }

    /** An identity number that was not given before, with its right check digit. */
    public static String anIdNumber() {
        int number = NUMBERS.incrementAndGet();
        String born = LocalDate.of(1965, 1, 1).plusDays(number / 900).format(DateTimeFormatter.BASIC_ISO_DATE);
        String body = "110101" + born + (100 + number % 900);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
