package org.campaignledger.platform.web.pages.home;

import java.util.Comparator;
import java.util.List;

/**
 * What waits for somebody today.
 *
 * @param campaign id of the campaign
 * @param title    its name
 * @param day      today, in the campaign's zone
 * @param phases   the phases that are open, in words
 * @param items    everything that was looked at, the most urgent first
 * @param figures  the figures of a reporter's own unit; empty for everyone else
 * @param ways     the pages of the role that are not at the top of every page
 */
record HomePage(String campaign, String title, String day, String phases, List<Item> items, List<Figure> figures,
        List<Way> ways) {

    HomePage {
        items = items.stream().sorted(Comparator.comparing(Item::tone)).toList();
    }

    /**
     * A figure of a unit.
     *
     * @param name   what is counted
     * @param amount so many, with the measure word
     * @param quota  the unit's quota; empty where it has none of this
     * @param share  the part of the quota that is reached; empty where there is none
     * @param fill   the same as the length of a bar, 0 to 100; empty where there is no quota
     * @param pace   how far from the plan, in words; empty where there is no quota
     * @param behind whether it falls short of the plan
     */
    record Figure(String metric, String name, String amount, String quota, String share, String fill, String pace,
            boolean behind) {}

    /** A page: key of its name, and its address. */
    record Way(String text, String href) {}

    /** What is listed with its number. */
    public List<Item> listed() {
        return items.stream().filter(Item::listed).toList();
    }

    /** Of what there is nothing. */
    public List<Item> clear() {
        return items.stream().filter(item -> !item.listed()).toList();
    }

    /** Whether anything is to be done today. */
    public boolean anythingWaits() {
        return items.stream().anyMatch(item -> item.tone().compareTo(Item.Tone.LATER) < 0);
    }
}
