/** The demo season: an invented 2019, played through the door like any client, with a clock of its own. */
@NullMarked
@ApplicationModule
package org.campaignledger.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
