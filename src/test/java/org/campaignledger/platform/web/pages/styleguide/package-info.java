/** The page of components. */
@NullMarked
package org.campaignledger.platform.web.pages.styleguide;

import org.jspecify.annotations.NullMarked;
