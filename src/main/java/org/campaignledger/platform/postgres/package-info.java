/**
 * The instance's data folder and the PostgreSQL that runs in it when no outside one is given.
 */
@NullMarked
package org.campaignledger.platform.postgres;

import org.jspecify.annotations.NullMarked;
