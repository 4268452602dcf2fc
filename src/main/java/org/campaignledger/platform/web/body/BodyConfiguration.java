package org.campaignledger.platform.web.body;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the strict reading in front of the framework's own: of bodies, and of dates and instants in queries, where the
 * framework would take {@code ?at=2019} as milliseconds since 1970.
 */
@Configuration(proxyBeanMethods = false)
public class BodyConfiguration implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new CommandBodyConverter());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addParser(new Dates());
        registry.addParser(new Instants());
    }

    private static final class Dates implements Parser<LocalDate> {

        @Override
        public LocalDate parse(String text, Locale locale) throws ParseException {
            return readable(DateTexts.date(text));
        }
    }

    private static final class Instants implements Parser<Instant> {

        @Override
        public Instant parse(String text, Locale locale) throws ParseException {
            return readable(DateTexts.instant(text));
        }
    }

    private static <T> T readable(@Nullable T value) throws ParseException {
        if (value == null) {
            throw new ParseException("not readable", 0);
        }
        return value;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NoNulInQueries());
        registry.addInterceptor(new NoCommandWithoutAnAnswer());
    }
}
