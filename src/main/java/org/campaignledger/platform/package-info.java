/** What every slice stands on: event store, processing, messaging, registers, personal data, the web, operations. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.campaignledger.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
