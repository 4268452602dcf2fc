package org.campaignledger.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Spans from a request through its command and events to the projections' rows. The span factory is always declared:
 * left to itself, Axon would take a global one as soon as the library is on the class path.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
public class TracingConfiguration {

    static final String ENABLED = "ledger.tracing.enabled";

    /** Nothing is measured, nothing is sent. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = ENABLED, havingValue = "false", matchIfMissing = true)
    static class Off {

        @Bean
        SpanFactory spanFactory() {
            return NoOpSpanFactory.INSTANCE;
        }
    }

    /** Spans are made, gathered, and sent from one thread. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = ENABLED, havingValue = "true")
    static class On {

        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        SpanExporter spanExporter(TracingProperties properties) {
            return OtlpHttpSpanExporter.builder().setEndpoint(properties.endpoint().toString())
                    .setTimeout(properties.timeout()).build();
        }

        /** Closed before the exporter, so that what was gathered still goes out. */
        @Bean(destroyMethod = "close")
        SdkTracerProvider tracerProvider(SpanExporter exporter, TracingProperties properties,
                @Value("${spring.application.name}") String name) {
            return SdkTracerProvider.builder()
                    .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), name)))
                    .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.ratio())))
                    .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                    .build();
        }

        @Bean
        Tracer tracer(SdkTracerProvider provider) {
            return provider.get("org.campaignledger");
        }

        @Bean
        SpanFactory spanFactory(Tracer tracer) {
            return new DiscreetSpans(OpenTelemetrySpanFactory.builder().tracer(tracer)
                    .contextPropagators(W3CTraceContextPropagator.getInstance()).build());
        }

        /** Behind the correlation id, before everything else. */
        @Bean
        FilterRegistrationBean<RequestSpans> requestSpans(Tracer tracer) {
            FilterRegistrationBean<RequestSpans> registration = new FilterRegistrationBean<>(new RequestSpans(tracer));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            return registration;
        }
    }
}
