/** The pages in a real browser: whole jobs at every desk, accessibility, and a picture of every page. */
@NullMarked
package org.campaignledger.face;

import org.jspecify.annotations.NullMarked;
