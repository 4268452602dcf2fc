/** Tests of these pages' parts by themselves. */
@NullMarked
package org.campaignledger.platform.web.pages.forms;

import org.jspecify.annotations.NullMarked;
