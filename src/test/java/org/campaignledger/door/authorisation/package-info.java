/** The table of who may do what, walked: every mapping, every role, own and foreign. */
@NullMarked
package org.campaignledger.door.authorisation;

import org.jspecify.annotations.NullMarked;
