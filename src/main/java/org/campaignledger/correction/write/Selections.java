package org.campaignledger.correction.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterQuery;
import org.springframework.stereotype.Component;

/** Which records a request is about, however it names them. */
@Component
class Selections {

    /** So many records at most in one correction: they are decided and written together. */
    static final int MOST_RECORDS = 10_000;

    private final LedgerStore store;
    private final EventCodec codec;
    private final RegisterQuery query;
    private final List<RegisterProjection> registers;

    Selections(LedgerStore store, EventCodec codec, RegisterQuery query, List<RegisterProjection> registers) {
        this.store = store;
        this.codec = codec;
        this.query = query;
        this.registers = registers;
    }

    /**
     * The records, each once, in the order in which they were named.
     *
     * @throws Refused 422 none or several ways of naming, none found, too many; 404 an unknown position
     */
    List<String> of(CorrectionBody body, Actor actor) {
        long ways = Stream.of(body.position(), body.recordId(), body.recordIds(), body.filter())
                .filter(Objects::nonNull).count();
        if (ways != 1) {
            throw Refused.because(Violation.of("recordId", ways == 0 ? "missing" : "one-of-them-only"));
        }
        if (body.position() != null) {
            return List.of(at(body.position()));
        }
        if (body.recordId() != null) {
            return List.of(body.recordId());
        }
        if (body.filter() != null) {
            return found(body.filter(), actor);
        }
        return named(Objects.requireNonNull(body.recordIds()));
    }

    private String at(long position) {
        return store.at(position).map(event -> codec.decode(event).event().reference().recordId())
                .orElseThrow(() -> position > store.head()
                        ? Refused.because(Violation.of("position", "position-not-reached", "head", store.head()))
                        : Refused.notFound());
    }

    private static List<String> named(List<String> ids) {
        Checks checks = new Checks();
        checks.that(!ids.isEmpty(), "recordIds", "missing");
        checks.that(ids.size() <= MOST_RECORDS, "recordIds", "too-many-records", Map.of("max", MOST_RECORDS));
        LinkedHashSet<String> distinct = new LinkedHashSet<>(ids);
        checks.that(distinct.size() == ids.size(), "recordIds", "named-twice");
        checks.refuseIfAny();
        return new ArrayList<>(distinct);
    }

    /**
     * The records that a register finds and that still count.
     *
     * @throws Refused 422 none, too many, or no such register
     */
    List<String> found(CorrectionBody.Filter filter, Actor actor) {
        Checks checks = new Checks();
        checks.required(filter.campaign(), "filter.campaign");
        checks.required(filter.kind(), "filter.kind");
        checks.refuseIfAny();
        RegisterProjection register = registers.stream()
                .filter(one -> one.name().equals(filter.kind()) && !one.name().equals("corrections")).findFirst()
                .orElseThrow(() -> Refused.because(Violation.of("filter.kind", "unknown-register")));
        List<String> ids = query.countingIds(register, Objects.requireNonNull(filter.campaign()), actor,
                filter.unit(), filter.from(), filter.to(), filter.text(), MOST_RECORDS + 1);
        checks.that(!ids.isEmpty(), "filter", "nothing-found");
        checks.that(ids.size() <= MOST_RECORDS, "filter", "too-many-records", Map.of("max", MOST_RECORDS));
        checks.refuseIfAny();
        return ids;
    }
}
