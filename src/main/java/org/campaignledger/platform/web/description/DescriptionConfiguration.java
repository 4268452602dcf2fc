package org.campaignledger.platform.web.description;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every form described under a name of its own. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    /** Takes the place of the library's own. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider provider) {
        return new ModelResolver(provider.jsonMapper(), new FormNames()).openapi31(true);
    }
}
