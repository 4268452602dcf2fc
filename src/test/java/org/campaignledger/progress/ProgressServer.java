package org.campaignledger.progress;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.LedgerTail;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.web.body.BodyConfiguration;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.LedgerReaders;
import org.campaignledger.platform.web.refusal.RefusalConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The progress slice behind a real web server, on a test's ledger; without sign-in. */
public final class ProgressServer implements AutoCloseable {

    /** Only what is asked for, and the slice. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("org.campaignledger.progress")
    @Import({RefusalConfiguration.class, BodyConfiguration.class, Freshness.class, LedgerReaders.class,
            ProjectionPositions.class})
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
            JacksonAutoConfiguration.class})
    static class Slice {}

    /** Where it runs. */
    public final ServletWebServerApplicationContext context;

    /** Starts it on a free port. */
    public ProgressServer(TestLedger ledger) {
        ApplicationContextInitializer<GenericApplicationContext> beans = fresh -> {
            fresh.registerBean(LedgerStore.class, () -> ledger.store);
            fresh.registerBean(LedgerClock.class, () -> () -> ledger.now);
            fresh.registerBean(EventCodec.class, () -> ledger.codec);
            fresh.registerBean(LedgerTail.class, () -> ledger.tail);
            fresh.registerBean(JdbcClient.class, () -> ledger.jdbc);
            fresh.registerBean(JdbcOperations.class, () -> ledger.template);
            fresh.registerBean(PlatformTransactionManager.class, () -> ledger.transactions);
            fresh.registerBean(MeterRegistry.class, () -> ledger.registry);
        };
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Slice.class)
                .web(WebApplicationType.SERVLET).initializers(beans)
                .properties(Map.of("spring.config.location", "optional:classpath:/none/", "server.port", "0",
                        "spring.threads.virtual.enabled", "true", "server.shutdown", "graceful",
                        "server.tomcat.max-connections", "20000", "spring.main.banner-mode", "off"))
                .run();
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
