package org.campaignledger.campaign.write;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.platform.rules.ChangesCampaign;
import org.jspecify.annotations.Nullable;

/** What can be asked of a campaign. */
public sealed interface CampaignCommand extends ChangesCampaign {

    /** Opens a campaign with this definition; its digest is SHA-256 over the canonical JSON. */
    record OpenCampaign(@TargetAggregateIdentifier String campaign, Definition definition,
            String digest) implements CampaignCommand {}

    /** Opens a phase, and has it end on another day where one is given. */
    record OpenPhase(
            @TargetAggregateIdentifier String campaign, String phase, @Nullable String reason,
            @Nullable LocalDate until) implements CampaignCommand {}

    /** Closes a phase. */
    record ClosePhase(@TargetAggregateIdentifier String campaign, String phase,
            @Nullable String reason) implements CampaignCommand {}

    /** Has a phase end later than planned. */
    record ExtendPhase(
            @TargetAggregateIdentifier String campaign, String phase, @Nullable String reason,
            LocalDate until) implements CampaignCommand {}

    /** Opens a sub-unit of a reporting unit. */
    record OpenSubUnit(@TargetAggregateIdentifier String campaign, String unit, String code,
            String name) implements CampaignCommand {}

    /** Closes the campaign. */
    record CloseCampaign(@TargetAggregateIdentifier String campaign, String reason) implements CampaignCommand {}
}
