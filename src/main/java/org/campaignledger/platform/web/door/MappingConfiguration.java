package org.campaignledger.platform.web.door;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How requests find their endpoint. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

    @Bean
    WebMvcRegistrations quickMappings() {
        return new WebMvcRegistrations() {

            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new QuickMappings();
            }
        };
    }
}
