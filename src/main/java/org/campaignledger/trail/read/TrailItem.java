package org.campaignledger.trail.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A ledger event as the trail shows it.
 *
 * @param position        its place in the whole ledger
 * @param eventId         unique id
 * @param type            short name
 * @param revision        revision of its form as stored
 * @param recordedAt      the instant of commit
 * @param occurredOn      the business date, where there is one
 * @param campaign        the campaign, absent for accounts
 * @param unit            the unit or sub-unit, where it is of one
 * @param category        the category, where it is of one
 * @param recordId        the record that it belongs to
 * @param aggregateId     its aggregate
 * @param sequence        its place within the aggregate
 * @param actor           on whose word
 * @param correlationId   the request in which it came about
 * @param causationId     the message that caused it
 * @param idempotencyKey  as the client sent it
 * @param campaignVersion the version of the campaign on whose rules it was decided
 * @param postings        what it does to the figures
 * @param payload         the event itself; personal data in it are encrypted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailItem(
        long position, String eventId, String type, int revision, Instant recordedAt, @Nullable LocalDate occurredOn,
        @Nullable String campaign, @Nullable String unit, @Nullable String category, String recordId,
        String aggregateId, long sequence, ActorView actor, @Nullable String correlationId,
        @Nullable String causationId, @Nullable String idempotencyKey, @Nullable Long campaignVersion,
        List<PostingView> postings, JsonNode payload) {

    /** On whose word. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActorView(
            String account, @Nullable String role, @Nullable String scope, @Nullable String unit) {}

    /** What is done to one figure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PostingView(
            String metric, String unit, @Nullable String category, long amount, LocalDate occurredOn) {}
}
