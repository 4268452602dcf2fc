package org.campaignledger.face;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.campaignledger.testing.InTheSecondLane;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that looks at the pages of the demo in a real browser: its constructor is given a {@link Face}. Where the
 * machine has no Chromium it is skipped, loudly. Its demo is its own, so that it runs beside tests of other kinds; the
 * demo and the browser take one of them at a time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserSupport.class)
@InTheSecondLane
@interface InTheBrowser {
}
