/** Personal data at rest: a key for each person, wrapped by the master key; natural keys as HMACs (rule 23). */
@NullMarked
package org.campaignledger.platform.personaldata;

import org.jspecify.annotations.NullMarked;
