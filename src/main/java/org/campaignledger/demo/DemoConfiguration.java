package org.campaignledger.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

import org.campaignledger.platform.postgres.DataDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo, in the profile {@code demo} only. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoProperties.class)
class DemoConfiguration {

    /** The evening before the season: the two first accounts are opened then. */
    static final Instant BEGINNING = Instant.parse("2019-04-29T01:00:00Z");

    @Bean
    DemoClock demoClock(DemoMarker marker, Clock real) {
        return new DemoClock(marker.isDone() ? null : BEGINNING, real);
    }

    @Bean
    DemoMarker demoMarker(DataDirectory dataDirectory) {
        return new DemoMarker(dataDirectory.root().resolve("demo-season.done"));
    }

    /** Remembers across restarts that the season has been played to its end. */
    record DemoMarker(Path file) {

        boolean isDone() {
            return Files.exists(file);
        }

        void done() {
            try {
                Files.writeString(file, "the demo season was played\n");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
