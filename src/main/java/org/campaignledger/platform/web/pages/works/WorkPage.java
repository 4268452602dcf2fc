package org.campaignledger.platform.web.pages.works;

import org.jspecify.annotations.Nullable;

/**
 * What every page of the works has.
 *
 * @param campaign   id of the campaign
 * @param title      its name
 * @param category   what the page is about; absent where it is about all
 * @param collects   whether works are submitted now
 * @param scriptData what the scripts start from
 */
record WorkPage(String campaign, String title, @Nullable CategoryView category, boolean collects, String scriptData) {}
