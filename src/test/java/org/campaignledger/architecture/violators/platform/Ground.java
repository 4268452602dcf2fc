package org.campaignledger.architecture.violators.platform;

/** Innocent. */
public record Ground() {}
