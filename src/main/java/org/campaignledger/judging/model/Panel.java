package org.campaignledger.judging.model;

import java.util.List;

/**
 * An entry with the scores that it has got.
 *
 * @param entry  its id
 * @param scores at most one of each judge, in any order
 */
public record Panel(String entry, List<Scored> scores) {}
