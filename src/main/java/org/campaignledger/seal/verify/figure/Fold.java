package org.campaignledger.seal.verify.figure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.campaignledger.seal.verify.event.Json;
import org.campaignledger.seal.verify.event.Malformed;
import org.campaignledger.seal.verify.event.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What events post, summed: the table "Figures" of the specification and nothing else. Not thread-safe. */
public final class Fold {

    private static final Set<String> TELLING = Set.of("CampaignOpened", "SubUnitOpened", "UnitMobilized",
            "PropagandistRecruited", "EventHeld", "ReachReported", "TargetRevised", "AllocationRevised");
    /** What corrects a record, and the type of the records that stand in it as {@code before} and {@code after}. */
    private static final Map<String, String> CORRECTING = Map.of("MobilizationCorrected", "UnitMobilized",
            "MobilizationReversed", "UnitMobilized", "PropagandistCorrected", "PropagandistRecruited",
            "PropagandistReversed", "PropagandistRecruited", "EventCorrected", "EventHeld", "EventReversed",
            "EventHeld", "ReachReportCorrected", "ReachReported", "ReachReportReversed", "ReachReported");
    /** They post nothing, and change no target either. */
    private static final Set<String> SILENT = Set.of("AccountDisabled", "AccountOpened", "ApiTokenIssued",
            "ApiTokenRevoked", "BoundsRevised",
            "CampaignClosed", "ContactNamed", "CorrectionApproved", "CorrectionExpired", "CorrectionRejected",
            "CorrectionRequested",
            "CorrectionWithdrawn", "DeadLetterDiscarded", "EntryAmended", "PasswordSet", "PersonalDataErased",
            "PersonalDataRevealed",
            "MeasureCorrected", "MeasureFiled", "MeasureReversed",
            "JudgeRecused", "JudgesAssigned", "JudgesDrawn", "JudgingOpened", "PhaseClosed", "PhaseExtended",
            "PhaseOpened", "RecoveryCodeUsed", "ScoreGiven", "ScoreRevised", "ScoringEnded", "SecondFactorEnrolled",
            "SecondFactorReset");

    /** The event types that this verifier knows. */
    public static Set<String> known() {
        Set<String> all = new TreeSet<>(TELLING);
        all.addAll(CORRECTING.keySet());
        all.addAll(Funnel.known());
        all.addAll(SILENT);
        return all;
    }

    private final Payload payload = new Payload();
    private final Map<Cell, long[]> cells = new HashMap<>();
    private final Map<String, JsonNode> definitions = new LinkedHashMap<>();
    private final Quotas quotas = new Quotas();
    private final Map<SubUnit, String> subUnits = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private long position;
    private final @Nullable Postings postings;
    private @Nullable String obstacle;

    /** A sub-unit of a campaign. */
    private record SubUnit(String campaign, String code) {}

    /** Nothing yet. */
    public Fold() {
        this(null);
    }

    /**
     * Nothing yet.
     *
     * @param postings told of each posting; absent where sums are enough
     */
    public Fold(@Nullable Postings postings) {
        this.postings = postings;
    }

    /** Takes in an event. What stands in the way is kept, to be told when figures are asked for. */
    public void take(StoredEvent event) {
        String type = event.type();
        if (SILENT.contains(type)) {
            return;
        }
        boolean ofTheFunnel = Funnel.known().contains(type);
        if (!TELLING.contains(type) && !CORRECTING.containsKey(type) && !ofTheFunnel) {
            unknown.add(type);
            if (postings != null) {
                postings.passOver(event.position());
            }
            return;
        }
        position = event.position();
        if (event.revision() != 1) {
            stop("position " + event.position() + " is " + type + " of revision " + event.revision()
                    + ", which is not known here");
            return;
        }
        try {
            if (TELLING.contains(type)) {
                payload.read(event.payload());
                tell(type, event);
            } else if (ofTheFunnel) {
                Funnel.post(type, Json.tree(event.payload().copy()), this::post);
            } else {
                correct(type, Json.tree(event.payload().copy()));
            }
        } catch (Malformed | ArithmeticException malformed) {
            stop("position " + event.position() + " is " + type + ", but " + malformed.getMessage());
        }
    }

    private void tell(String type, StoredEvent event) throws Malformed {
        switch (type) {
            case "CampaignOpened" -> definitions.put(payload.campaign(),
                    Json.tree(event.payload().copy()).path("definition"));
            case "SubUnitOpened" ->
                subUnits.put(new SubUnit(payload.campaign(), payload.code()), payload.unit());
            case "TargetRevised", "AllocationRevised" ->
                quotas.take(payload.campaign(), Json.tree(event.payload().copy()));
            default -> post(type, 1);
        }
    }

    /** Whatever stood is taken back; where something stands in its place, that is posted. */
    private void correct(String type, JsonNode correction) throws Malformed {
        payload.read(correction.path("before"));
        post(CORRECTING.get(type), -1);
        if (type.endsWith("Corrected")) {
            payload.read(correction.path("after"));
            post(CORRECTING.get(type), 1);
        }
    }

    /** What the payload's record posts, or with -1 takes back. */
    private void post(@Nullable String type, int sign) throws Malformed {
        switch (type) {
            case "UnitMobilized" -> add("organizations", sign, payload.occurredOn());
            case "PropagandistRecruited" -> add("propagandists", sign, payload.occurredOn());
            case "EventHeld" -> {
                add("events", sign, payload.occurredOn());
                add("contacts", Math.multiplyExact(payload.contacts(), sign), payload.occurredOn());
            }
            case "ReachReported" -> {
                add("directReach", Math.multiplyExact(payload.direct(), sign), payload.to());
                add("secondaryReach", Math.multiplyExact(payload.secondary(), sign), payload.to());
            }
            case null, default -> throw new IllegalStateException("no records are of type " + type);
        }
    }

    private void add(String metric, long amount, String date) throws Malformed {
        post(new Cell(payload.campaign(), payload.unit(), "", metric, date), amount);
    }

    private void post(Cell cell, long amount) {
        add(cell, amount);
        if (postings != null) {
            postings.posted(position, cell, amount);
        }
    }

    private void add(Cell cell, long amount) {
        long[] sum = cells.computeIfAbsent(cell, absent -> new long[1]);
        sum[0] = Math.addExact(sum[0], amount);
    }

    private void stop(String why) {
        if (obstacle == null) {
            obstacle = why;
        }
    }

    /** Takes in what later events came to. */
    public void add(Fold later) {
        later.cells.forEach((cell, sum) -> {
            try {
                add(cell, sum[0]);
            } catch (ArithmeticException tooLarge) {
                stop("the sum of " + cell.metric() + " is too large");
            }
        });
        later.definitions.forEach(definitions::putIfAbsent);
        quotas.add(later.quotas);
        subUnits.putAll(later.subUnits);
        unknown.addAll(later.unknown);
        if (later.obstacle != null) {
            stop(later.obstacle);
        }
    }

    /** Why no figures can be made; nothing if they can. */
    public @Nullable String obstacle() {
        return obstacle;
    }

    /** Types of events that are not known here, and so post nothing. */
    public Set<String> unknownTypes() {
        return Set.copyOf(unknown);
    }

    /** The definitions of the campaigns, as opened, by id. */
    public Map<String, JsonNode> definitions() {
        return Map.copyOf(definitions);
    }

    /** What is to be reached, as it stands after revisions. */
    Quotas quotas() {
        return quotas;
    }

    Map<Cell, long[]> cells() {
        return cells;
    }

    /** The unit for which figures of a unit or sub-unit count as well. */
    String reporting(String campaign, String unit) {
        return subUnits.getOrDefault(new SubUnit(campaign, unit), unit);
    }
}
