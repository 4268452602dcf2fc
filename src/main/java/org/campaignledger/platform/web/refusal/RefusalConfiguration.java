package org.campaignledger.platform.web.refusal;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Makes the writer of refusals known, and puts it where failures arrive. */
@Configuration(proxyBeanMethods = false)
public class RefusalConfiguration {

    /** The writer; names earlier records where a bean {@link ExistingVisibility} allows it. */
    @Bean
    public RefusalWriter refusalWriter(ObjectProvider<ExistingVisibility> visibility) {
        return new RefusalWriter(existing -> visibility.stream().anyMatch(one -> one.maySee(existing)));
    }

    /** What is thrown while a request is handled. */
    @Bean
    public RefusalResolver refusalResolver(RefusalWriter writer) {
        return new RefusalResolver(writer);
    }

    /** The same for pages. */
    @Bean
    PageRefusals pageRefusals() {
        return new PageRefusals();
    }

    /** What the container refuses by itself; further in than its own valve, and hence asked first. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors(RefusalWriter writer) {
        return factory -> factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(
                new ContainerErrors(writer)));
    }

    /** What fails before that. First in its dispatch: the filters that failed once are not asked again. */
    @Bean
    FilterRegistrationBean<ErrorDispatchFilter> errorDispatchFilter(RefusalWriter writer) {
        FilterRegistrationBean<ErrorDispatchFilter> registration = new FilterRegistrationBean<>(
                new ErrorDispatchFilter(writer));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
