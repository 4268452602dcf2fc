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
 * @param alarm     position from which on the ledger is not what was sealed; absent while all is well
 */
public record PageFrame(
        String lang, List<LanguageLink> languages, List<CampaignLink> campaigns, @Nullable String account,
        String role, @Nullable String scope, @Nullable Long alarm) {

    /** This page in another language. */
    public record LanguageLink(String lang, String name, String href, boolean current) {}

    /** A campaign in the switch. */
    public record CampaignLink(String id, String title) {}
}
