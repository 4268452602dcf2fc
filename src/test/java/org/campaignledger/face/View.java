package org.campaignledger.face;

import com.microsoft.playwright.Browser;
import java.util.Locale;

/** What somebody looks at the pages with. */
enum View {

    /** An office PC with a small screen. */
    DESKTOP(1366, 768, false),
    /** A phone. */
    PHONE(390, 844, true),
    /** A wall of full HD. */
    WALL(1920, 1080, false),
    /** A wall of four times that. */
    GREAT_WALL(3840, 2160, false);

    private final int width;
    private final int height;
    private final boolean touch;

    View(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    Browser.NewContextOptions on(Browser.NewContextOptions options) {
        return options.setViewportSize(width, height).setIsMobile(touch).setHasTouch(touch);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
