package org.campaignledger.platform.processing;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.EventTypes;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.TestEvents;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product's event store, tail and processors as its own configuration makes them, with one test projection in place
 * of the slices: an instance on a database, which may have several.
 */
final class SmallLedger implements AutoCloseable {

    static final String PROJECTION = "rows";
    private static final String CONFIGURED = "ledger.processing.projections";

    private final ConfigurableApplicationContext context;

    private SmallLedger(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** No stereotype: the product's own scan must not find it. */
    @EnableAutoConfiguration(excludeName = "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration")
    @ComponentScan({"org.campaignledger.platform.eventstore", "org.campaignledger.platform.messaging",
            "org.campaignledger.platform.processing", "org.campaignledger.platform.postgres"})
    static class Beans {

        @Bean
        EventTypes testEvents() {
            return TestEvents.types();
        }

        @Bean
        RowProjection rowProjection(JdbcClient jdbc) {
            return new RowProjection(PROJECTION, jdbc);
        }

        @Bean
        CampaignRulesSource noCampaigns() {
            return new CampaignRulesSource() {

                @Override
                public CampaignRules rules(String campaign) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void forget(String campaign) {}

                @Override
                public List<String> campaigns() {
                    return List.of();
                }
            };
        }
    }

    static SmallLedger start(LedgerDatabase database, Path dataFolder, int batchSize) {
        return start(database, dataFolder, Map.of(CONFIGURED + "." + PROJECTION + ".batch-size", batchSize));
    }

    static SmallLedger start(LedgerDatabase database, Path dataFolder, Map<String, Object> properties) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        Map<String, Object> all = new HashMap<>(properties);
        all.put("spring.datasource.url", database.access().url());
        all.put("spring.datasource.username", database.access().user());
        all.put("spring.datasource.password", database.access().password());
        all.put("ledger.data-dir", dataFolder.toString());
        all.put("spring.datasource.hikari.maximum-pool-size", 8);
        all.put("management.endpoint.health.validate-group-membership", false);
        all.put("spring.thymeleaf.check-template-location", false);
        return new SmallLedger(new SpringApplicationBuilder(Beans.class).web(WebApplicationType.NONE)
                .initializers(made -> replaceConfigured(made.getEnvironment().getPropertySources(), all)).run());
    }

    /** The product's own application.yaml, but for the list of its projections. */
    private static void replaceConfigured(MutablePropertySources sources, Map<String, Object> properties) {
        for (PropertySource<?> source : sources.stream().toList()) {
            if (source.getName().contains("application.yaml")
                    && source instanceof EnumerablePropertySource<?> enumerable) {
                Map<String, Object> kept = new HashMap<>();
                for (String name : enumerable.getPropertyNames()) {
                    Object value = enumerable.getProperty(name);
                    if (!name.startsWith(CONFIGURED) && value != null) {
                        kept.put(name, value);
                    }
                }
                sources.replace(source.getName(), new MapPropertySource(source.getName(), kept));
            }
        }
        sources.addFirst(new MapPropertySource("test", properties));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    RowProjection projection() {
        return bean(RowProjection.class);
    }

    /** So many events of aggregates of their own. */
    AppendReceipt append(int count) {
        return TestEvents.append(bean(LedgerStore.class), bean(EventCodec.class), count);
    }

    /** An event of this aggregate about a union of this name. */
    AppendReceipt append(String aggregate, String name) {
        LedgerStore store = bean(LedgerStore.class);
        return store.append(Append.of(List.of(TestEvents.event(bean(EventCodec.class), aggregate,
                store.lastSequence(aggregate) + 1, name))));
    }

    /** An event of each of two aggregates, in one append and so likely in one batch. */
    AppendReceipt appendBoth(String one, String name, String other, String otherName) {
        LedgerStore store = bean(LedgerStore.class);
        EventCodec codec = bean(EventCodec.class);
        return store.append(Append.of(List.of(
                TestEvents.event(codec, one, store.lastSequence(one) + 1, name),
                TestEvents.event(codec, other, store.lastSequence(other) + 1, otherName))));
    }

    void awaitPosition(long position) {
        await("position " + position).atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> bean(ProjectionPositions.class).positionOf(PROJECTION) >= position);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As when the process ends well. */
    @Override
    public void close() {
        context.close();
    }
}
