/** Rubric, judges, blind scores, ranking, awards. */
@NullMarked
@ApplicationModule
package org.campaignledger.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
