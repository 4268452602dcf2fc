/** The pages of measures: the checklists of units and categories, and the form to file one. */
@NullMarked
package org.campaignledger.platform.web.pages.measures;

import org.jspecify.annotations.NullMarked;
