package org.campaignledger.platform.web.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param lang      the page's language, for its {@code lang} attribute
 * @param languages this page in each language
 * @param campaigns every campaign, newest first
 * @param account   who is signed in; absent if nobody is
 * @param role      key of its role's name
 * @param scope     its unit or category; absent where it has none
 * @param desk      the pages on which the account works at records and corrections
 * @param campaignId the campaign that is looked at, or the one that links of the desk lead to; absent while there is none
 * @param here      this page's address within the service, where a form leads back to
 * @param address the same as others would type it, host included
 * @param key       an idempotency key for a form on this page, fresh each time that the page is drawn
 * @param alarm     position from which on the ledger is not what was sealed; absent while all is well
 */
public record PageFrame(
        String lang, List<LanguageLink> languages, List<CampaignLink> campaigns, @Nullable String account,
        String role, @Nullable String scope, List<DeskLink> desk,
        @Nullable String campaignId, String here, String address,
        String key, @Nullable Long alarm) {

    /**
     * A page of the desk.
     *
     * @param text    key of its name
     * @param waiting how many wait there for a decision; zero where none do, or where it is not this account's to know
     */
    public record DeskLink(String text, String href, boolean current, long waiting) {}

    /** This page in another language. */
    public record LanguageLink(String lang, String name, String href, boolean current) {}

    /** A campaign in the switch. */
    public record CampaignLink(String id, String title) {}
}
