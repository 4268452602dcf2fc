package org.campaignledger.platform.web.pages;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.campaignledger.platform.web.refusal.Language;

/**
 * The texts of the pages. Templates read them as messages; texts under {@code js.} are sentences that scripts write as
 * well, with named places such as <code>{unit}</code>, so that both fill the same words.
 */
public final class PageTexts {

    static final String BUNDLE = "pages";

    private static final String SCRIPTS = "js.";

    private final ResourceBundle bundle;

    private PageTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of a language. */
    public static PageTexts in(Language language) {
        Locale locale = language == Language.EN ? Locale.ENGLISH : Locale.ROOT;
        return new PageTexts(ResourceBundle.getBundle(BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(
                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The text of a key. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text with its places filled. */
    public String fill(String key, Map<String, String> places) {
        String text = get(key);
        for (Map.Entry<String, String> place : places.entrySet()) {
            text = text.replace("{" + place.getKey() + "}", place.getValue());
        }
        return text;
    }

    /** The texts that scripts of these groups need, by key without its prefix. */
    Map<String, String> forScripts(String... groups) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : bundle.keySet()) {
            for (String group : groups) {
                if (key.startsWith(SCRIPTS + group + ".")) {
                    texts.put(key.substring(SCRIPTS.length()), bundle.getString(key));
                }
            }
        }
        return texts;
    }
}
