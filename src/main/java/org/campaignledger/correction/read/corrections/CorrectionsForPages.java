package org.campaignledger.correction.read.corrections;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.campaignledger.correction.model.Correction;
import org.campaignledger.correction.plan.CorrectionsInTheLedger;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterQuery;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CorrectionSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages show of corrections is what the door answers. */
@Component
class CorrectionsForPages implements CorrectionSource {

    private final RegisterProjection register;
    private final RegisterQuery query;
    private final CorrectionsInTheLedger corrections;
    private final CorrectionViews views;
    private final JdbcClient jdbc;

    CorrectionsForPages(@Qualifier("correctionRegisterProjection") RegisterProjection register, RegisterQuery query,
            CorrectionsInTheLedger corrections, CorrectionViews views, JdbcClient jdbc) {
        this.register = register;
        this.query = query;
        this.corrections = corrections;
        this.views = views;
        this.jdbc = jdbc;
    }

    @Override
    public RegisterPage page(@Nullable String campaign, RegisterParameters parameters, Map<String, String> fields) {
        return Objects.requireNonNull(query.page(register, campaign, parameters, fields, UnaryOperator.identity())
                .getBody());
    }

    @Override
    public Object one(String id) {
        Actor actor = reader();
        return views.of(corrections.visible(id, actor), actor);
    }

    @Override
    public List<String> records(String id) {
        return corrections.recordIds(corrections.visible(id, reader()).correction().asked());
    }

    private static Actor reader() {
        return CurrentActor.require(Role.REPORTER, Role.ADMIN, Role.AUDITOR);
    }

    @Override
    public long undecided() {
        return jdbc.sql("select count(*) from " + CorrectionRegister.TABLE
                + " where valid_to is null and state = :state")
                .param("state", Correction.State.REQUESTED.name()).query(Long.class).single();
    }
}
