/** Where the people stand of whom the ledger holds personal data, and who of them was erased. */
@NullMarked
package org.campaignledger.privacy.read.persons;

import org.jspecify.annotations.NullMarked;
