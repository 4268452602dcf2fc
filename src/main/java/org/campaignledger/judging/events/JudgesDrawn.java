package org.campaignledger.judging.events;

import java.util.List;

/**
 * Judges were drawn by lot for entries of a category; the assignments follow in the same append as events of their own.
 * With the ledger as it stood at {@code position}, all that is needed to draw again.
 *
 * @param id         the draw
 * @param campaign   the campaign
 * @param category   the category
 * @param seed       of the generator
 * @param perEntry   so many judges each entry was to have
 * @param judges     who could be drawn, ordered by account
 * @param position   the assignments, recusals and entries are those at this position
 * @param entries    how many entries got judges
 * @param shortfalls how many have fewer than they were to have
 * @param digest     SHA-256 of the lines {@code entry judge judge …} in the order of the entries' ids, each ended by a
 *                   line feed; 64 hexadecimal digits in lower case
 */
public record JudgesDrawn(
        String id, String campaign, String category, long seed, int perEntry, List<Seat> judges, long position,
        int entries, int shortfalls, String digest) implements JudgingEvent {}
