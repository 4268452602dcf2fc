/** The living page of the product's components, for those who work on its pages. */
@NullMarked
package org.campaignledger.platform.web.pages.styleguide;

import org.jspecify.annotations.NullMarked;
