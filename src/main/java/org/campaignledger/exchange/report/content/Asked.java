package org.campaignledger.exchange.report.content;

import java.time.LocalDate;

import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, once it has been found to be right.
 *
 * @param campaign the campaign
 * @param kind     which of the two reports; absent: the one of that time
 * @param unit     of this unit or sub-unit alone
 * @param category of this category alone
 * @param position as of this position
 * @param on       only what occurred on this day or before
 * @param language of the report
 * @param actor    who asks
 * @param service  address of the service, to which its code leads, such as {@code https://ledger.example.org}
 */
public record Asked(
        String campaign, @Nullable Kind kind, @Nullable String unit, @Nullable String category, long position,
        @Nullable LocalDate on, Language language, Actor actor, String service) {

    /** September's preliminary report, or November's final one. */
    public enum Kind {
        /** How the season goes: plan, pace and forecast. */
        PRELIMINARY,
        /** How it went: awards as well. */
        FINAL
    }
}
