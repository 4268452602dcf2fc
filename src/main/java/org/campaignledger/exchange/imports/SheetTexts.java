package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.campaignledger.platform.web.refusal.Language;

/** The words of sheets in both languages: labels of columns, hints, names of constants. */
public final class SheetTexts {

    private static final Map<Language, Properties> TEXTS = new EnumMap<>(Map.of(
            Language.ZH, load("/sheets.properties"), Language.EN, load("/sheets_en.properties")));

    private SheetTexts() {}

    private static Properties load(String name) {
        try (InputStream in = SheetTexts.class.getResourceAsStream(name)) {
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

    /** All texts of a language, by key. */
    static Properties all(Language language) {
        return TEXTS.getOrDefault(language, new Properties());
    }

    /** The text of a key, if there is one. */
    public static Optional<String> find(Language language, String key) {
        return Optional.ofNullable(all(language).getProperty(key));
    }

    /** The label of a register's column, such as 手机号. Columns that every register has are labelled once. */
    public static String label(Language language, String kind, String field) {
        return find(language, kind + "." + field).or(() -> find(language, "any." + field)).orElse(field);
    }

    /** What is to be written into a column, in a sentence; empty where its label says all. */
    static Optional<String> hint(Language language, String kind, String field) {
        return find(language, kind + "." + field + ".hint").or(() -> find(language, "any." + field + ".hint"));
    }

    /** How a constant is called, such as 入企走访. */
    public static String constant(Language language, String field, String constant) {
        return find(language, "constant." + field + "." + constant).orElse(constant);
    }
}
