package org.campaignledger.platform.web.refusal;

import java.util.Locale;
import java.util.Optional;

/** The languages in which the product speaks. */
public enum Language {

    /** Chinese, as an office would write it. */
    ZH("zh-CN", "、"),
    /** Plain English. */
    EN("en", ", ");

    private final String tag;
    private final String listSeparator;

    Language(String tag, String listSeparator) {
        this.tag = tag;
        this.listSeparator = listSeparator;
    }

    /** The BCP 47 tag: {@code zh-CN} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** The same as a locale. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** What stands between the members of a list. */
    String listSeparator() {
        return listSeparator;
    }

    /** The language of a tag such as {@code zh}, {@code zh-Hans-CN} or {@code en-GB}, in any case; empty for others. */
    public static Optional<Language> ofTag(String tag) {
        return switch (tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0]) {
            case "zh" -> Optional.of(ZH);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
