/** Tests of these pages' parts by themselves. */
@NullMarked
package org.campaignledger.platform.web.pages.admin;

import org.jspecify.annotations.NullMarked;
