/** Who may sign in, as what. */
@NullMarked
@ApplicationModule
package org.campaignledger.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
