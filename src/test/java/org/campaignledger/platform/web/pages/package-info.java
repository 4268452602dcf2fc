/** Tests of the pages: their texts, figures and words, what they look like to those who can't see colours. */
@NullMarked
package org.campaignledger.platform.web.pages;

import org.jspecify.annotations.NullMarked;
