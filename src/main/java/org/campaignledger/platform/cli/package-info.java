/** The jar's other commands: what they share at the command line. */
@NullMarked
package org.campaignledger.platform.cli;

import org.jspecify.annotations.NullMarked;
