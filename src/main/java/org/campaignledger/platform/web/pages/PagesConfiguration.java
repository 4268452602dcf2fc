package org.campaignledger.platform.web.pages;

import java.time.Duration;
import java.util.Locale;

import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.refusal.RequestLanguage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The pages' language (parameter and cookie {@code lang}, Chinese unless asked otherwise) and their texts. */
@Configuration(proxyBeanMethods = false)
public class PagesConfiguration implements WebMvcConfigurer {

    private static final String[] PAGES = {"/", "/c/**", "/login/**", "/record", "/propagandists/**", "/corrections/**",
            "/desk", "/accounts/**", "/operations/**", "/campaigns/**", "/forms", "/styleguide", "/subscriptions/**"};

    PagesConfiguration(SpringTemplateEngine engine) {
        engine.setTemplateEngineMessageSource(pageMessages());
    }

    /** The pages' own bundle, whatever messages other parts of the product have. */
    static ResourceBundleMessageSource pageMessages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename(PageTexts.BUNDLE);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver(RequestLanguage.NAME);
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** A page is in Chinese unless English was asked for. */
    public static Language language(Locale locale) {
        return Language.ofTag(locale.toLanguageTag()).orElse(Language.ZH);
    }

    /** On the pages only: elsewhere, asking for a parameter would read the body of a form or an upload. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor interceptor = new LocaleChangeInterceptor();
        interceptor.setParamName(RequestLanguage.NAME);
        interceptor.setIgnoreInvalidLocale(true);
        registry.addInterceptor(interceptor).addPathPatterns(PAGES);
    }
}
