package org.campaignledger.platform.web.pages;

import java.util.regex.Pattern;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/** How long somebody has to wait, in words. */
final class Waiting {

    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,5}");
    private static final int MINUTE = 60;

    private Waiting() {}

    /** Seconds as an address names them, in words; absent where it names none. Above two minutes in minutes, rounded up. */
    static @Nullable String of(@Nullable String seconds, Language language) {
        if (seconds == null || !SECONDS.matcher(seconds).matches()) {
            return null;
        }
        int whole = Integer.parseInt(seconds);
        PageTexts texts = PageTexts.in(language);
        return whole > 2 * MINUTE
                ? texts.get("login.wait.minutes").replace("{0}", String.valueOf((whole + MINUTE - 1) / MINUTE))
                : texts.get("login.wait.seconds").replace("{0}", seconds);
    }
}
