package org.campaignledger.platform.exchange;

import org.campaignledger.kernel.LedgerEvent;

/**
 * What a row means.
 *
 * @param command records it
 * @param event   what that would write, were it decided now: its claims tell whether the same is there already
 */
public record SheetRecord(Object command, LedgerEvent event) {}
