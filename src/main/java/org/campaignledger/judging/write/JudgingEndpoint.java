package org.campaignledger.judging.write;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A HOST opens and closes the judging of its category, and has judges drawn. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/categories/{category}")
class JudgingEndpoint {

    private static final int MOST_PER_ENTRY = 50;
    private static final int MOST_JUDGES = 1_000;
    /** Seeds are told as JSON numbers: none is beyond what every reader keeps exactly. */
    private static final long SEEDS = 1L << 53;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CommandDoor door;
    private final Commands commands;
    private final CampaignRulesSource rules;
    private final JudgingsInTheLedger ledger;
    private final JudgingRows rows;
    private final Draws draws;

    JudgingEndpoint(CommandDoor door, Commands commands, CampaignRulesSource rules, JudgingsInTheLedger ledger,
            JudgingRows rows, Draws draws) {
        this.door = door;
        this.commands = commands;
        this.rules = rules;
        this.ledger = ledger;
        this.rows = rows;
        this.draws = draws;
    }

    /** Nothing is needed to close a judging. */
    record CloseBody() implements CommandBody {}

    /**
     * Judges to be drawn.
     *
     * @param judges   accounts to draw from; absent: all judges
     * @param perEntry so many each entry is to have
     * @param seed     absent: one that nobody has chosen
     */
    record DrawBody(@Nullable List<String> judges, @Nullable Long perEntry,
            @Nullable Long seed) implements CommandBody {}

    @PostMapping("/judging/open")
    ResponseEntity<Accepted> open(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String category, @RequestBody TermsBody body) {
        return door.take(request, actor -> {
            mine(actor, campaign, category);
            Checks checks = new Checks();
            Terms terms = body.read(checks);
            checks.refuseIfAny();
            return Submission.actingOn(JudgingEvent.judging(campaign, category), new JudgingCommand.OpenJudging(
                    JudgingEvent.judging(campaign, category), campaign, category, Objects.requireNonNull(terms)));
        });
    }

    /**
     * Closes in two steps: first no score is taken any more, then the ranking is made of what stands still. If the second
     * does not follow, the same may be sent again; after a minute the ledger makes it by itself.
     */
    @PostMapping("/judging/close")
    ResponseEntity<Accepted> close(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String category, @RequestBody(required = false) @Nullable CloseBody body) {
        return door.take(request, actor -> {
            mine(actor, campaign, category);
            String id = JudgingEvent.judging(campaign, category);
            Judging judging = ledger.judging(campaign, category).state();
            if (judging.stage() == Judging.Stage.NOT_OPENED) {
                throw Refused.conflict("judging-not-open", null);
            }
            if (judging.stage() != Judging.Stage.ENDED) {
                commands.send(new JudgingCommand.EndScoring(id, campaign, category), Commands.Origin.of(actor));
            }
            rows.await(ledger.judging(campaign, category).state().endedAt());
            return Submission.actingOn(id, new JudgingCommand.CloseJudging(id, campaign, category));
        });
    }

    @PostMapping("/judges/assign")
    ResponseEntity<Accepted> draw(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String category, @RequestBody DrawBody body) {
        return door.take(request, actor -> {
            mine(actor, campaign, category);
            Checks checks = new Checks();
            int perEntry = perEntry(body.perEntry(), checks);
            Long given = body.seed();
            checks.that(given == null || (given >= 0 && given < SEEDS), "seed", "out-of-range",
                    Map.of("min", 0, "max", SEEDS - 1));
            List<String> judges = names(body.judges(), checks);
            checks.refuseIfAny();
            long seed = given == null ? RANDOM.nextLong(SEEDS) : given;
            // What is too much for one append is drawn before, each part with a seed of its own.
            JudgingCommand.DrawJudges last = command(campaign, category, judges, perEntry, seed);
            while (draws.waiting(last, rules.rules(campaign)) > Draws.MOST_ENTRIES) {
                commands.send(last, Commands.Origin.of(actor));
                seed = (seed + 1) % SEEDS;
                last = command(campaign, category, judges, perEntry, seed);
            }
            return Submission.creating(last.id(), "/api/v1/campaigns/" + campaign + "/categories/" + category
                    + "/judges/draws/" + last.id(), last);
        });
    }

    private static int perEntry(@Nullable Long sent, Checks checks) {
        if (!checks.required(sent, "perEntry")) {
            return 1;
        }
        long number = Objects.requireNonNull(sent);
        checks.that(number >= 1 && number <= MOST_PER_ENTRY, "perEntry", "out-of-range",
                Map.of("min", 1, "max", MOST_PER_ENTRY));
        return (int) Math.clamp(number, 1L, MOST_PER_ENTRY);
    }

    private static @Nullable List<String> names(@Nullable List<String> sent, Checks checks) {
        if (sent == null) {
            return null;
        }
        checks.that(!sent.isEmpty() && sent.size() <= MOST_JUDGES, "judges", "out-of-range",
                Map.of("min", 1, "max", MOST_JUDGES));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            checks.that(!names.contains(sent.get(i)), "judges[" + i + "]", "named-twice");
            names.add(sent.get(i));
        }
        return names;
    }

    private static JudgingCommand.DrawJudges command(String campaign, String category, @Nullable List<String> judges,
            int perEntry, long seed) {
        return new JudgingCommand.DrawJudges(JudgingEvent.judging(campaign, category), campaign, category,
                RecordIds.next(), judges, perEntry, seed);
    }

    /** Asked before the body is looked at: of a category that is not one's own nothing is told. */
    private void mine(Actor actor, String campaign, String category) {
        boolean known = rules.rules(campaign).categories().containsKey(category);
        AHostRunsItsOwnCategory.check(actor, category);
        if (!known) {
            throw Refused.notFound();
        }
    }
}
