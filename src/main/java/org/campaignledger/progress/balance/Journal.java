package org.campaignledger.progress.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;

/**
 * A stretch of postings, packed: about eight bytes for each. From the balance before it and the stretch, the balance at
 * any position within is made in less time than reading the events again would take by far.
 */
public final class Journal {

    private static final int VERSION = 1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final VarintWriter body = new VarintWriter();
    private int count;
    private long lastPosition;
    private int lastDay;

    /** An empty stretch. */
    public Journal() {}

    /** Notes the postings of the next event, if it has any. */
    public void add(long position, Change change) {
        String campaign = change.campaign();
        if (campaign != null) {
            for (Posting posting : change.postings()) {
                if (posting.amount() != 0) {
                    add(position, campaign, posting);
                }
            }
        }
    }

    private void add(long position, String campaign, Posting posting) {
        String category = posting.category();
        int day = (int) posting.occurredOn().toEpochDay();
        body.unsigned(position - lastPosition);
        body.unsigned(number(campaign));
        body.unsigned(number(posting.metric().id()));
        body.unsigned(number(posting.unit()));
        body.unsigned(category == null ? 0 : number(category) + 1L);
        body.signed(day - lastDay);
        body.signed(posting.amount());
        lastPosition = position;
        lastDay = day;
        count++;
    }

    private int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int next = names.size();
        numbers.put(name, next);
        names.add(name);
        return next;
    }

    /** The stretch as bytes: the same postings give the same bytes. */
    public byte[] toBytes() {
        VarintWriter out = new VarintWriter();
        out.unsigned(VERSION);
        out.unsigned(names.size());
        names.forEach(out::text);
        out.unsigned(count);
        out.all(body);
        return out.bytes();
    }

    /**
     * Adds to a balance what a stretch holds of its campaign.
     *
     * @param bytes    the stretch
     * @param campaign only this campaign's postings
     * @param upTo     only those of events up to this position
     * @throws IllegalArgumentException these bytes are not of this version's form; the balance is then of no use
     */
    public static void replay(byte[] bytes, String campaign, long upTo, Balance balance) {
        try {
            VarintReader in = new VarintReader(bytes);
            if (in.unsigned() != VERSION) {
                throw new IllegalArgumentException("a journal of another version");
            }
            List<String> names = in.texts();
            int ours = names.indexOf(campaign);
            long position = 0;
            int day = 0;
            for (long left = in.unsigned(); left > 0; left--) {
                position += in.unsigned();
                if (position > upTo) {
                    return;
                }
                boolean isOurs = in.unsigned() == ours;
                Metric metric = in.metric(names);
                String unit = names.get((int) in.unsigned());
                int category = (int) in.unsigned();
                day += (int) in.signed();
                long amount = in.signed();
                if (isOurs) {
                    balance.add(metric, unit, category == 0 ? null : names.get(category - 1), day, amount);
                }
            }
        } catch (IndexOutOfBoundsException cut) {
            throw new IllegalArgumentException("not a journal", cut);
        }
    }
}
