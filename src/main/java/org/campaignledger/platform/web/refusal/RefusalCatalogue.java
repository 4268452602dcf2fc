package org.campaignledger.platform.web.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every code of the door with its status, and its title and message in both languages: {@code refusals.properties} and
 * its two translations. A code that is not listed is shown as it is.
 */
public final class RefusalCatalogue {

    private static final RefusalCatalogue SHIPPED = new RefusalCatalogue();

    private final Map<String, Integer> statuses = new HashMap<>();
    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    private RefusalCatalogue() {
        load("refusals.properties").forEach((code, status) -> statuses.put((String) code, Integer.valueOf(
                (String) status)));
        texts.put(Language.ZH, load("refusals_zh_CN.properties"));
        texts.put(Language.EN, load("refusals_en.properties"));
    }

    /** The catalogue that is part of the product. */
    public static RefusalCatalogue shipped() {
        return SHIPPED;
    }

    private static Properties load(String name) {
        try (InputStream in = RefusalCatalogue.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All codes, sorted. */
    public Set<String> codes() {
        return new TreeSet<>(statuses.keySet());
    }

    /** The HTTP status with which the code usually comes; 422 for one that is not listed. */
    public int status(String code) {
        return statuses.getOrDefault(code, 422);
    }

    /** A few words that name the refusal. */
    public String title(Language language, String code) {
        return text(language, code + ".title", code);
    }

    /**
     * One sentence that says what is wrong.
     *
     * @param arguments what the sentence names, by name; dates, numbers, texts or collections of them
     */
    public String message(Language language, String code, Map<String, ?> arguments) {
        Map<String, String> values = new HashMap<>();
        arguments.forEach((name, value) -> values.put(name, shown(language, name, value)));
        return new NamedText(template(language, code)).with(values);
    }

    /** The message before its arguments are put in. */
    String template(Language language, String code) {
        return text(language, code + ".message", code);
    }

    /** Every key of a translation, for comparing the two. */
    Set<String> keys(Language language) {
        return new TreeSet<>(properties(language).stringPropertyNames());
    }

    private String shown(Language language, String name, Object value) {
        return switch (value) {
            case Collection<?> list -> list.stream()
                    .map(member -> shown(language, name, member))
                    .collect(Collectors.joining(language.listSeparator()));
            case BigDecimal number -> number.toPlainString();
            default -> text(language, "word." + name + "." + value, String.valueOf(value));
        };
    }

    private String text(Language language, String key, String otherwise) {
        return properties(language).getProperty(key, otherwise);
    }

    private Properties properties(Language language) {
        return texts.getOrDefault(language, new Properties());
    }
}
