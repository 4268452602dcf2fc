/** The pages that people open in a browser: dashboard, sign-in, recording; drawn from what the slices make known. */
@NullMarked
package org.campaignledger.platform.web.pages;

import org.jspecify.annotations.NullMarked;
