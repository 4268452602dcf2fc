package org.campaignledger.exchange.report.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.campaignledger.exchange.SealedRoot;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.audit.SignedNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes summings-up. */
@Component
public class Summaries {

    private final Contract contract;

    /** Summings-up of what this contract answers. */
    public Summaries(Contract contract) {
        this.contract = contract;
    }

    /**
     * The summing-up that is asked for.
     *
     * @throws Refused 404 if the campaign was not open by then; 503 {@code not-sealed-so-far} if the log is behind
     */
    public Summary of(Asked asked) {
        FromTheContract source = new FromTheContract(contract, asked);
        Names names = new Names(source.campaign(), asked.language());
        String unit = asked.unit();
        JsonNode progress = source.at("/progress?" + (unit == null ? "" : "unit=" + unit + "&"));
        Instant recordedAt = Instant.parse(progress.path("asOf").asString(""));
        Asked.Kind kind = kind(asked, names, recordedAt);
        SeasonPart season = new SeasonPart(source, names, progress);
        Details details = Details.of(asked.actor(), asked);
        TrailPart trail = new TrailPart(source, names, details);
        boolean national = unit == null && asked.category() == null;
        return new Summary(heading(asked, names, kind, details), stamp(asked, recordedAt),
                asked.category() != null ? List.of() : season.figures(unit),
                asked.category() != null ? List.of() : season.curves(unit),
                national ? season.units() : List.of(),
                unit != null ? List.of() : season.categories(asked.category(), trail.judging()),
                kind == Asked.Kind.FINAL ? trail.awards() : List.of(),
                new MeasuresPart(source, names, details).requirements(),
                trail.corrections());
    }

    /** Until the judging's last day the preliminary one. */
    private static Asked.Kind kind(Asked asked, Names names, Instant recordedAt) {
        Asked.Kind given = asked.kind();
        LocalDate on = asked.on();
        LocalDate day = on != null ? on : recordedAt.atZone(ZoneId.of(names.zone())).toLocalDate();
        return given != null
                ? given
                : names.lastDayOf("JUDGE").filter(last -> !day.isAfter(last)).isPresent()
                        ? Asked.Kind.PRELIMINARY
                        : Asked.Kind.FINAL;
    }

    private static Summary.Heading heading(Asked asked, Names names, Asked.Kind kind, Details details) {
        String unit = asked.unit();
        String category = asked.category();
        String scope = unit != null ? "UNIT" : category != null ? "CATEGORY" : "NATIONAL";
        String name = unit != null ? names.unit(unit) : category != null ? names.category(category) : "";
        Actor actor = asked.actor();
        boolean own = actor.role() == Role.REPORTER || actor.role() == Role.HOST;
        String ownName = !own
                ? ""
                : actor.role() == Role.HOST
                        ? names.category(String.valueOf(actor.scope()))
                        : names.unit(String.valueOf(actor.scope()));
        return new Summary.Heading(asked.campaign(), names.title(), names.notice(), names.issuers(), names.zone(), kind,
                scope, name, details.seen() ? own ? "OWN" : "ALL" : "NONE", ownName);
    }

    /** The root is that of the log at this very position, so that the report can be checked for good. */
    private Summary.Stamp stamp(Asked asked, Instant recordedAt) {
        SignedNote note = SealedRoot.at(contract, asked.position());
        @Nullable
        LocalDate on = asked.on();
        return new Summary.Stamp(asked.position(), recordedAt, on, note.origin(), note.size(),
                note.root(), asked.service() + "/c/" + asked.campaign() + "/sealed-log?position=" + asked.position());
    }
}
