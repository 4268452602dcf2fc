package org.campaignledger.exchange.report.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the forms read from the product itself; nothing is ever fetched from elsewhere. */
final class Resources {

    private static final Pattern TOKEN = Pattern.compile("(--[a-z0-9-]+):\\s*([^;]+);");
    private static final Pattern USE = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

    private Resources() {}

    static byte[] bytes(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the product is without " + path);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The report's style sheet with the tokens of paper put in: the setter of the PDF knows no variables. */
    static String sheet() {
        String tokens = new String(bytes("/static/css/tokens.css"), StandardCharsets.UTF_8);
        String paper = tokens.substring(0, tokens.indexOf('}'));
        String sheet = new String(bytes("/static/css/report.css"), StandardCharsets.UTF_8);
        Matcher use = USE.matcher(sheet);
        return use.replaceAll(found -> Matcher.quoteReplacement(value(paper, found.group(1))));
    }

    private static String value(String tokens, String name) {
        Matcher token = TOKEN.matcher(tokens);
        while (token.find()) {
            if (token.group(1).equals(name)) {
                return token.group(2).strip();
            }
        }
        throw new IllegalStateException("no token " + name);
    }
}
