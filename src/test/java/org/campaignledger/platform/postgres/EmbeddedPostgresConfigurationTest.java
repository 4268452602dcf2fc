package org.campaignledger.platform.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresConfigurationTest {

    @TempDir
    Path folder;

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withUserConfiguration(DataDirectoryConfiguration.class, EmbeddedPostgresConfiguration.class)
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
                .withPropertyValues("ledger.data-dir=" + folder,
                        "ledger.postgres.binaries-dir=" + TestPostgres.BINARIES);
    }

    @Test
    void without_a_url_the_pool_is_connected_to_the_embedded_server_which_ends_with_the_context() {
        context().run(context -> {
            var client = context.getBean(JdbcClient.class);
            assertThat(client.sql("select current_database()").query(String.class).single()).isEqualTo("ledger");
        });
        assertThat(Postmaster.pidFile(folder.resolve("postgres"))).doesNotExist();
        DataDirectory.open(folder).close();
    }

    @Test
    void with_a_url_nothing_is_started_but_the_data_folder_is_still_held() {
        var outside = TestPostgres.freshDatabase();
        context().withPropertyValues("spring.datasource.url=" + outside.url(),
                "spring.datasource.username=" + outside.user(), "spring.datasource.password=" + outside.password())
                .run(context -> {
                    assertThat(context).doesNotHaveBean(PostgresServer.class).hasSingleBean(DataDirectory.class)
                            .hasSingleBean(DataSource.class);
                    assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl()).isEqualTo(outside.url());
                    assertThat(context.getBean(JdbcClient.class).sql("select count(*) from pg_class"
                            + " where relnamespace = 'public'::regnamespace").query(Long.class).single()).isZero();
                    assertThat(folder.resolve("postgres")).doesNotExist();
                });
    }

    @Test
    void a_refused_start_is_shown_as_its_sentence() {
        try (var held = DataDirectory.open(folder)) {
            context().run(context -> {
                var analysis = new StartRefusedAnalyzer().analyze(requireNonNull(context.getStartupFailure()));
                assertThat(analysis).isNotNull();
                assertThat(analysis.getDescription()).startsWith("The data folder " + held.root() + " is in use");
            });
        }
    }
}
