package org.campaignledger.platform.web.body;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How slowly bodies may come: {@code ledger.limits.body.*}. */
@Configuration(proxyBeanMethods = false)
class PaceConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesComeAtAPace(
            @Value("${ledger.limits.body.grace:20s}") Duration grace,
            @Value("${ledger.limits.body.rate:1024}") long bytesPerSecond) {
        return factory -> factory.addEngineValves(new BodiesComeAtAPace(grace, bytesPerSecond));
    }

    /** Forms are read by filters, which nobody answers for otherwise. */
    @Bean
    FilterRegistrationBean<Filter> tooSlowIsAnswered(RefusalWriter writer) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (Refused refused) {
                if (refused.kind() != Refused.Kind.TOO_SLOW) {
                    throw refused;
                }
                writer.write((HttpServletRequest) request, (HttpServletResponse) response, refused);
            }
        });
        registration.setAsyncSupported(true);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
