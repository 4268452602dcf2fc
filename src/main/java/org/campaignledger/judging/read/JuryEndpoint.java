package org.campaignledger.judging.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Jury;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The jury of an entry for its host; for a JUDGE their own list and their own score. From the ledger itself. */
@RestController
class JuryEndpoint {

    private static final String LIST = """
        select entry, category, points is not null, recused from judging_seat
        where judge = :judge and campaign = :campaign and place > :after order by place limit :limit""";

    private final JdbcClient jdbc;
    private final Freshness freshness;
    private final JudgingsInTheLedger ledger;
    private final PersonalDataVault vault;

    JuryEndpoint(JdbcClient jdbc, Freshness freshness, JudgingsInTheLedger ledger, PersonalDataVault vault) {
        this.jdbc = jdbc;
        this.freshness = freshness;
        this.ledger = ledger;
        this.vault = vault;
    }

    /** A judge of an entry, and whether they have scored it or recused. */
    record Juror(String judge, String unit, boolean scored, boolean recused) {}

    /** The judges of an entry. */
    record JuryView(String entry, List<Juror> judges) {}

    /** A judge's own score; the comment is gone once it was erased. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnScore(String entry, Map<String, Integer> scores, @Nullable String comment) {}

    /** An entry on a judge's list. */
    record Assignment(String entry, String category, boolean scored, boolean recused) {}

    /** A page of a judge's list; {@code next} is to be given as {@code after}, absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Assignment> items, @Nullable String next) {}

    @GetMapping("/api/v1/entries/{id}/judges")
    ResponseEntity<JuryView> jury(@PathVariable String id, @RequestParam(required = false) @Nullable Long waitFor) {
        mine(id);
        return freshness.answerFromHead(waitFor, () -> new JuryView(id, jurors(id)));
    }

    @GetMapping("/api/v1/entries/{id}/judges/{judge}")
    ResponseEntity<Juror> juror(@PathVariable String id, @PathVariable String judge,
            @RequestParam(required = false) @Nullable Long waitFor) {
        mine(id);
        return freshness.answerFromHead(waitFor, () -> jurors(id).stream().filter(one -> one.judge().equals(judge))
                .findFirst().orElseThrow(Refused::notFound));
    }

    private List<Juror> jurors(String id) {
        List<Juror> jurors = new ArrayList<>();
        ledger.jury(id).state().places().forEach((judge, place) -> jurors.add(new Juror(judge, place.unit(),
                place.points() != null, place.recused())));
        return jurors;
    }

    private void mine(String id) {
        Actor actor = CurrentActor.require(Role.HOST, Role.ADMIN, Role.AUDITOR);
        Candidate entry = ledger.candidate(id).orElseThrow(Refused::notFound).state();
        if (actor.role() == Role.HOST && !entry.category().equals(actor.scope())) {
            throw Refused.notFound();
        }
    }

    @GetMapping("/api/v1/entries/{id}/scores/mine")
    ResponseEntity<OwnScore> score(@PathVariable String id, @RequestParam(required = false) @Nullable Long waitFor) {
        Actor judge = CurrentActor.require(Role.JUDGE);
        return freshness.answerFromHead(waitFor, () -> {
            Jury.Place place = ledger.jury(id).state().of(judge.account());
            Map<String, Integer> points = place == null ? null : place.points();
            if (place == null || points == null) {
                throw Refused.notFound();
            }
            return new OwnScore(id, points, comment(id, judge.account()));
        });
    }

    /** The last comment that the judge has made. */
    private @Nullable String comment(String id, String judge) {
        return ledger.words(id, judge).flatMap(words -> vault.open(words.subject(), words.ciphertext()))
                .map(words -> words.get("comment")).orElse(null);
    }

    @GetMapping("/api/v1/campaigns/{campaign}/judging/assignments")
    ResponseEntity<Page> assignments(@PathVariable String campaign,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor judge = CurrentActor.require(Role.JUDGE);
        int atMost = Readers.limit(limit);
        return freshness.answer(JudgingProjection.NAME, waitFor, () -> {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("judge", judge.account());
            parameters.put("campaign", campaign);
            parameters.put("after", after == null ? "" : JudgingRows.place(judge.account(), after));
            parameters.put("limit", atMost + 1);
            List<Assignment> found = jdbc.sql(LIST).params(parameters).query((row, number) -> new Assignment(
                    row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4))).list();
            boolean more = found.size() > atMost;
            List<Assignment> shown = more ? found.subList(0, atMost) : found;
            return new Page(shown, more ? shown.getLast().entry() : null);
        });
    }
}
