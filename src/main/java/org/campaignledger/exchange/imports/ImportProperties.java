package org.campaignledger.exchange.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is imported at once.
 *
 * @param maxBytes    the longest file that is taken, in bytes: 64 MiB by default
 * @param atOnce      imports that run side by side on this instance; further ones wait for their turn
 * @param perAccount  imports of one account that run or wait; more are refused with 429
 * @param inFlight    rows that are being written at the same time
 * @param maxTogether rows of a file that is to be taken whole or not at all: they are one append
 * @param keepSheets  how long the sheet with its errors can be fetched after the end
 */
@ConfigurationProperties("ledger.imports")
public record ImportProperties(
        @DefaultValue("67108864") long maxBytes, @DefaultValue("2") int atOnce, @DefaultValue("5") int perAccount,
        @DefaultValue("512") int inFlight, @DefaultValue("25000") int maxTogether,
        @DefaultValue("24h") Duration keepSheets) {}
