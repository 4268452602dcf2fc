package org.campaignledger.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.thymeleaf.TemplateEngine;

/** Which templates were drawn whole since, by what the engine keeps of them; it keeps so many and no more. */
final class DrawnTemplates {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final String ENDING = ".html";

    private final TemplateEngine engine;
    private final Set<String> drawn = new TreeSet<>();

    private DrawnTemplates(TemplateEngine engine) {
        this.engine = engine;
    }

    /** Counts from now on. */
    static DrawnTemplates fromNow(TemplateEngine engine) {
        engine.clearTemplateCache();
        return new DrawnTemplates(engine);
    }

    /** Takes note of what was drawn since the last time. Of what only lent a part of itself nothing is noted. */
    void note() {
        engine.getConfiguration().getCacheManager().getTemplateCache().keySet().stream().filter(key -> key
                .getOwnerTemplate() == null && key.getTemplateSelectors() == null).forEach(key -> drawn.add(key
                        .getTemplate()));
    }

    /** Their names. */
    Set<String> names() {
        return drawn;
    }

    /** The names of all templates that are pages of their own, and not parts of pages. */
    static Set<String> pages() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            Set<String> pages = new TreeSet<>();
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                if (Files.readString(file).contains("<main")) {
                    String name = TEMPLATES.relativize(file).toString().replace('\\', '/');
                    pages.add(name.substring(0, name.length() - ENDING.length()));
                }
            }
            return pages;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
