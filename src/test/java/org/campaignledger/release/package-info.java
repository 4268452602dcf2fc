/**
 * Ledgers that earlier releases have written, kept in {@code src/test/resources/releases}: every later build opens,
 * upgrades and verifies them.
 */
@NullMarked
package org.campaignledger.release;

import org.jspecify.annotations.NullMarked;
