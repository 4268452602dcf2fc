/** What happens while works are judged. */
@NullMarked
package org.campaignledger.judging.events;

import org.jspecify.annotations.NullMarked;
