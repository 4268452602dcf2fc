/** Opening and closing a judging, assigning judges, scoring, awarding; and what corrections do to a closing. */
@NullMarked
package org.campaignledger.judging.write;

import org.jspecify.annotations.NullMarked;
