/** The rules that every record keeps, whatever its slice; pure code, each rule named as the sentence it enforces. */
@NullMarked
package org.campaignledger.platform.rules;

import org.jspecify.annotations.NullMarked;
