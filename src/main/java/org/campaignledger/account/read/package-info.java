/** Who may sign in: for the door, and for those who look after accounts. */
@NullMarked
package org.campaignledger.account.read;

import org.jspecify.annotations.NullMarked;
