package org.campaignledger.entry.read.entries;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.events.EntryAccepted;
import org.campaignledger.entry.events.EntryAmended;
import org.campaignledger.entry.events.EntryCorrected;
import org.campaignledger.entry.events.EntryDisqualified;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.entry.events.EntryRecommended;
import org.campaignledger.entry.events.EntryRejected;
import org.campaignledger.entry.events.EntryReversed;
import org.campaignledger.entry.events.EntrySubmitted;
import org.campaignledger.entry.events.EntryWithdrawn;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.records.RegisterChange;
import org.campaignledger.platform.records.RegisterRow;
import org.jspecify.annotations.Nullable;

/** How events make the versions of an entry in its register. Personal data stay encrypted in all but what is searched. */
final class EntryRows {

    private final Function<Content, Texts> opened;
    private final BlindWords blind;

    /** Rows whose searched text is made of what this opens. */
    EntryRows(Function<Content, Texts> opened, BlindWords blind) {
        this.opened = opened;
        this.blind = blind;
    }

    Optional<RegisterRow> row(LedgerEntry entry) {
        if (!(entry.event() instanceof EntrySubmitted submitted)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("category", submitted.category());
        fields.put("via", submitted.via().name());
        if (submitted.receipt() != null) {
            fields.put("receipt", submitted.receipt());
        }
        putContent(fields, submitted.content());
        fields.values().removeIf(value -> value == null);
        return Optional.of(new RegisterRow(submitted.id(), entry.position(), submitted.campaign(), submitted.unit(),
                submitted.occurredOn(), entry.recordedAt(), Entry.State.SUBMITTED.name(), fields,
                search(submitted.id(), submitted.content())));
    }

    Optional<RegisterChange> change(LedgerEntry entry) {
        if (!(entry.event() instanceof EntryEvent event)) {
            return Optional.empty();
        }
        return switch (event) {
            case EntryAmended amended -> Optional.of(content(entry, amended.before(), amended.after(), null));
            case EntryCorrected corrected -> Optional.of(content(entry, corrected.after(),
                    corrected.after().content(), corrected.correction().correction()));
            case EntryAccepted accepted -> Optional.of(state(entry, accepted.id(), Entry.State.ACCEPTED,
                    "acceptedOn", accepted.occurredOn(), accepted.reason(), null));
            case EntryRecommended recommended -> Optional.of(state(entry, recommended.id(),
                    Entry.State.RECOMMENDED, "recommendedOn", recommended.occurredOn(), null, null));
            case EntryRejected rejected -> Optional.of(state(entry, rejected.id(), Entry.State.REJECTED, "endedOn",
                    rejected.occurredOn(), rejected.reason(), null));
            case EntryWithdrawn withdrawn -> Optional.of(state(entry, withdrawn.id(), Entry.State.WITHDRAWN,
                    "endedOn", withdrawn.occurredOn(), withdrawn.reason(), null));
            case EntryDisqualified disqualified -> Optional.of(state(entry, disqualified.id(),
                    Entry.State.DISQUALIFIED, "endedOn", disqualified.occurredOn(), disqualified.reason(), null));
            case EntryReversed reversed -> Optional.of(reversed(entry, reversed));
            default -> Optional.empty();
        };
    }

    private RegisterChange content(LedgerEntry entry, Entry standing, Content content, @Nullable String correction) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        putContent(fields, content);
        return new RegisterChange(standing.id(), entry.position(), entry.recordedAt(), standing.unit(),
                standing.submittedOn(), standing.state().name(), correction, fields, false,
                search(standing.id(), content));
    }

    private static RegisterChange state(LedgerEntry entry, String id, Entry.State state, String dayField,
            LocalDate day, @Nullable String reason, @Nullable String correction) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(dayField, day.toString());
        fields.put("reason", reason);
        return new RegisterChange(id, entry.position(), entry.recordedAt(), null, null, state.name(), correction,
                fields, false, null);
    }

    private static RegisterChange reversed(LedgerEntry entry, EntryReversed event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("reason", event.correction().reason());
        if (event.mergedInto() != null) {
            fields.put("mergedInto", event.mergedInto());
        }
        return new RegisterChange(event.id(), entry.position(), entry.recordedAt(), null, null,
                event.mergedInto() == null ? RegisterRow.REVERSED : RegisterRow.MERGED,
                event.correction().correction(), fields, false, null);
    }

    /** All of it, absent or not: an amendment may have taken something away. */
    private static void putContent(Map<String, @Nullable Object> fields, Content content) {
        fields.put("kind", content.kind().name());
        fields.put("union", content.union());
        fields.put("subject", content.subject());
        fields.put("sealed", content.sealed());
        fields.put("title", content.title());
        fields.put("theme", content.theme());
        fields.put("description", content.description());
        fields.put("links", content.links());
        fields.put("work", content.work());
        fields.put("platform", content.platform());
        fields.put("externalId", content.externalId());
    }

    /** Of an individual's title only blind words, taken out again when the person is erased. Never who submitted. */
    private String search(String id, Content content) {
        Stream<@Nullable String> clear = Stream.of(id, content.title(), content.theme(), content.union(),
                content.platform(), content.externalId());
        String title = content.title() == null ? opened.apply(content).title() : null;
        Stream<String> blinded = title == null ? Stream.of() : blind.of(title).stream();
        return Stream.concat(clear.filter(Objects::nonNull), blinded).collect(Collectors.joining(" "));
    }
}
