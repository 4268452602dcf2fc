package org.campaignledger.correction.read.corrections;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.correction.events.CorrectionApproved;
import org.campaignledger.correction.events.CorrectionEvent;
import org.campaignledger.correction.events.CorrectionExpired;
import org.campaignledger.correction.events.CorrectionRejected;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.events.CorrectionWithdrawn;
import org.campaignledger.correction.model.Correction;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.records.RegisterChange;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/** The register of corrections: a row when one is asked for, another version when it is decided on. */
@Configuration(proxyBeanMethods = false)
class CorrectionRegister {

    static final String NAME = "corrections";
    static final String TABLE = "correction_register";

    /** What of no campaign or unit has an empty text there. */
    private static final String NONE = "";

    @Bean
    RegisterProjection correctionRegisterProjection(JdbcOperations jdbc) {
        return new RegisterProjection(NAME, TABLE, jdbc, CorrectionEvent.class::isInstance, CorrectionRegister::row,
                CorrectionRegister::change);
    }

    static Optional<RegisterRow> row(LedgerEntry entry) {
        if (!(entry.event() instanceof CorrectionRequested asked)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", asked.kind());
        fields.put("action", asked.action());
        fields.put("records", records(asked));
        fields.put("reasonCode", asked.reasonCode());
        fields.put("reason", asked.reason());
        fields.put("maker", asked.requestedBy());
        fields.put("expiresAt", asked.expiresAt().toString());
        String subject = subject(asked);
        if (subject != null) {
            fields.put("recordId", subject);
        }
        if (asked.into() != null) {
            fields.put("into", asked.into());
        }
        LocalDate day = entry.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return Optional.of(new RegisterRow(asked.id(), entry.position(), orNone(asked.campaign()),
                orNone(asked.unit()), day, entry.recordedAt(), Correction.State.REQUESTED.name(), fields,
                asked.reason() + " " + asked.requestedBy() + " " + orNone(asked.record())));
    }

    private static long records(CorrectionRequested asked) {
        CorrectionRequested.RecordList list = asked.list();
        return list == null ? asked.items() == null ? 0 : asked.items().size() : list.records();
    }

    /** What it is about, where it is about one: a record, or the target, account … that is revised or opened. */
    static @Nullable String subject(CorrectionRequested asked) {
        if (asked.record() != null || asked.items() == null || asked.items().size() != 1) {
            return asked.record();
        }
        return asked.items().getFirst().id();
    }

    private static String orNone(@Nullable String text) {
        return text == null ? NONE : text;
    }

    static Optional<RegisterChange> change(LedgerEntry entry) {
        if (!(entry.event() instanceof CorrectionEvent event)) {
            return Optional.empty();
        }
        return switch (event) {
            case CorrectionRequested asked -> Optional.empty();
            case CorrectionApproved approved -> decided(entry, event, Correction.State.APPROVED, approved.reason());
            case CorrectionRejected rejected -> decided(entry, event, Correction.State.REJECTED, rejected.reason());
            case CorrectionWithdrawn withdrawn -> decided(entry, event, Correction.State.WITHDRAWN, null);
            case CorrectionExpired expired -> decided(entry, event, Correction.State.EXPIRED, null);
        };
    }

    private static Optional<RegisterChange> decided(LedgerEntry entry, CorrectionEvent event, Correction.State state,
            @Nullable String reason) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("decidedBy", entry.metadata().get(MetadataKeys.ACCOUNT));
        fields.put("decidedAt", entry.recordedAt().toString());
        fields.put("decidedPosition", entry.position());
        if (reason != null) {
            fields.put("decisionReason", reason);
        }
        return Optional.of(new RegisterChange(event.id(), entry.position(), entry.recordedAt(), null, null,
                state.name(), null, fields, false, null));
    }
}
