/** The pages of the works: submitting, checking, judging and showing them. */
@NullMarked
package org.campaignledger.platform.web.pages.works;

import org.jspecify.annotations.NullMarked;
