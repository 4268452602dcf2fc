package org.campaignledger.judging.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.campaignledger.judging.events.JudgesAssigned;
import org.campaignledger.judging.events.JudgesDrawn;
import org.campaignledger.judging.events.Seat;
import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Drawing;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.FurtherEvents;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.JudgeDirectory;
import org.springframework.stereotype.Component;

/**
 * Draws judges and writes the assignments. A draw is of at most {@link #MOST_ENTRIES} entries, so that it fits into one
 * append; further ones follow until every entry has what it can get.
 */
@Component
class Draws {

    /** So many entries get judges by one draw at most. */
    static final int MOST_ENTRIES = 5_000;

    private static final String PANEL = "Panel";

    private final JudgingRows rows;
    private final LedgerStore store;
    private final JudgeDirectory directory;
    private final FurtherEvents further;

    Draws(JudgingRows rows, LedgerStore store, JudgeDirectory directory, FurtherEvents further) {
        this.rows = rows;
        this.store = store;
        this.directory = directory;
        this.further = further;
    }

    /**
     * What was drawn.
     *
     * @param event       the draw
     * @param assignments one for each entry that gets judges, by entry
     * @param sequences   of the last event of each entry's jury
     */
    record Drawn(JudgesDrawn event, Map<String, JudgesAssigned> assignments, Map<String, Long> sequences) {}

    /**
     * How many entries would get judges, were there no limit to one draw.
     *
     * @throws org.campaignledger.kernel.Refused 422 {@code unknown-judge}
     */
    int waiting(JudgingCommand.DrawJudges command, CampaignRules rules) {
        rows.await(store.head());
        return Drawing.waiting(rows.juries(command.campaign(), command.category()).entries(), judges(command),
                command.perEntry(), (entry, judge) -> AJudgeNeverScoresTheirOwnUnit.conflict(rules, entry, judge));
    }

    /**
     * The draw.
     *
     * @throws org.campaignledger.kernel.Refused 422 {@code unknown-judge}
     */
    Drawn draw(JudgingCommand.DrawJudges command, CampaignRules rules) {
        rows.await(store.head());
        List<Drawing.Judge> judges = judges(command);
        JudgingRows.Juries juries = rows.juries(command.campaign(), command.category());
        Drawing drawing = Drawing.of(juries.entries(), judges, command.perEntry(), MOST_ENTRIES, command.seed(),
                (entry, judge) -> AJudgeNeverScoresTheirOwnUnit.conflict(rules, entry, judge));
        Map<String, String> units = new HashMap<>();
        judges.forEach(judge -> units.put(judge.account(), judge.unit()));
        Map<String, JudgesAssigned> assignments = new TreeMap<>();
        drawing.drawn().forEach((entry, drawn) -> assignments.put(entry, new JudgesAssigned(entry, command.campaign(),
                command.category(), drawn.stream().map(judge -> new Seat(judge, units.getOrDefault(judge, "")))
                        .toList(), command.id())));
        return new Drawn(new JudgesDrawn(command.id(), command.campaign(), command.category(), command.seed(),
                command.perEntry(), judges.stream().map(judge -> new Seat(judge.account(), judge.unit())).toList(),
                juries.position(), assignments.size(), drawing.shortfalls().size(), digest(assignments)),
                assignments, juries.sequences());
    }

    private List<Drawing.Judge> judges(JudgingCommand.DrawJudges command) {
        Map<String, Drawing.Judge> known = new TreeMap<>();
        directory.judges().forEach(judge -> known.put(judge.account(),
                new Drawing.Judge(judge.account(), judge.unit())));
        List<String> named = command.judges();
        if (named == null) {
            return new ArrayList<>(known.values());
        }
        Checks checks = new Checks();
        for (int i = 0; i < named.size(); i++) {
            checks.that(known.containsKey(named.get(i)), "judges[" + i + "]", "unknown-judge");
        }
        checks.refuseIfAny();
        known.keySet().retainAll(named);
        return new ArrayList<>(known.values());
    }

    private static String digest(Map<String, JudgesAssigned> assignments) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            assignments.forEach((entry, assigned) -> {
                StringBuilder line = new StringBuilder(entry);
                assigned.judges().forEach(seat -> line.append(' ').append(seat.judge()));
                digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes the assignments behind the draw; all of it is decided again if one of the juries has moved on. */
    void write(Drawn drawn) {
        drawn.assignments().forEach((entry, assigned) -> further.write(PANEL, JudgingsInTheLedger.panel(entry),
                drawn.sequences().getOrDefault(entry, -1L) + 1, assigned));
    }
}
