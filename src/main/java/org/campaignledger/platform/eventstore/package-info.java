/** The event store: one interface, and the engine on PostgreSQL that commits many commands with one fsync. */
@NullMarked
package org.campaignledger.platform.eventstore;

import org.jspecify.annotations.NullMarked;
