package org.campaignledger.platform.web.pages.forms;

import java.util.regex.Pattern;

/**
 * The pages on which forms stand. A form that is refused has its page drawn from inside, where the table at the door is
 * not asked again: so nothing but a page may be named, and in no other way of writing its path than the plain one.
 */
final class LocalPages {

    private static final Pattern PAGE = Pattern.compile(
            "/(?:(?:c|record|propagandists|corrections|desk|accounts|operations|campaigns)(?:/[A-Za-z0-9._~-]+)*)?"
                    + "/?(?:\\?[\\w.~%&=+:,;@!$'()*/?-]*)?");

    private LocalPages() {}

    /** Whether this is a page of this service, with its query. */
    static boolean holds(String path) {
        return PAGE.matcher(path).matches() && !path.replaceFirst("\\?.*", "").contains("..");
    }
}
