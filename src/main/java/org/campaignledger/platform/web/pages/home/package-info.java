/** The page on which everybody lands after signing in: what waits for them. */
@NullMarked
package org.campaignledger.platform.web.pages.home;

import org.jspecify.annotations.NullMarked;
