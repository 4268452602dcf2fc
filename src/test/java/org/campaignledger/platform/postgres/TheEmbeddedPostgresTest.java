package org.campaignledger.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of a server that simply runs; every test leaves it running. */
class TheEmbeddedPostgresTest {

    @TempDir
    static Path folder;

    private static DataDirectory data;
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        data = DataDirectory.open(folder.resolve("a name with blanks"));
        server = PostgresServer.start(data, TestPostgres.BINARIES);
    }

    @AfterAll
    static void stop() {
        server.close();
        data.close();
    }

    @ParameterizedTest
    @CsvSource({"fsync, on", "synchronous_commit, on", "full_page_writes, on"})
    void it_is_durable_as_SHOW_says(String setting, String value) throws Exception {
        assertThat(Sql.text(server, "show " + setting)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"password_encryption, scram-sha-256", "listen_addresses, 127.0.0.1", "unix_socket_directories, ''",
            "log_timezone, UTC", "server_encoding, UTF8", "data_checksums, on", "max_connections, 200"})
    void it_is_set_as_SHOW_says(String setting, String value) throws Exception {
        assertThat(Sql.text(server, "show " + setting)).isEqualTo(value);
    }

    @Test
    void nobody_is_let_in_on_trust() throws Exception {
        assertThat(Sql.text(server, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(Sql.text(server, "select substr(rolpassword, 1, 13) from pg_authid where rolname = 'postgres'"))
                .isEqualTo("SCRAM-SHA-256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void a_connection_without_the_password_is_refused(String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), password).close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void chinese_characters_are_letters_to_it() throws Exception {
        Sql.run(server, "create extension if not exists pg_trgm");
        assertThat(Sql.text(server, "select show_trgm('工会')::text")).isNotEqualTo("{}");
        assertThat(Sql.text(server, "select lower('ÉCOLE')")).isEqualTo("école");
    }

    @Test
    void postgres_properties_tells_its_owner_alone_how_to_reach_it() throws Exception {
        var file = data.root().resolve("postgres.properties");
        assertThat(file).hasContent("port=" + server.port() + "\nuser=postgres\npassword=" + server.password()
                + "\ndatabase=ledger\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(server.password()).matches("[0-9a-f]{64}");
        assertThat(data.root().resolve("postgres.password")).doesNotExist();
    }

    @Test
    void its_port_is_one_that_no_outgoing_connection_is_given() {
        assertThat(server.port()).isBetween(20_000, 31_999);
    }

    @Test
    void killed_it_comes_back_on_the_same_port_with_what_was_committed() throws Exception {
        Sql.run(server, "create table survivor as select 42 as answer");
        var port = server.port();
        var killed = server.postmaster();

        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(server.postmaster().pid()).isNotEqualTo(killed.pid());
                    assertThat(Sql.text(server, "select answer from survivor")).isEqualTo("42");
                });
        assertThat(server.port()).isEqualTo(port);
        assertThat(Sql.text(server, "show port")).isEqualTo(Integer.toString(port));
    }

    @Test
    void a_long_statement_of_a_killed_server_does_not_hold_up_the_next() throws Exception {
        var busy = Thread.startVirtualThread(
                () -> assertThatThrownBy(() -> Sql.run(server, "select count(*) from generate_series(1, 5e8)"))
                        .isInstanceOf(SQLException.class));
        await().atMost(Duration.ofSeconds(5)).until(() -> Sql.text(server,
                "select count(*) from pg_stat_activity where query like '%generate_series%' and state = 'active'"
                        + " and pid <> pg_backend_pid()").equals("1"));
        var killed = server.postmaster();

        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(50)).ignoreExceptions().untilAsserted(
                () -> assertThat(Sql.text(server, "select 1")).isEqualTo("1"));
        assertThat(server.postmaster().pid()).isNotEqualTo(killed.pid());
        assertThat(busy.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void a_log_that_has_grown_too_long_is_moved_aside_while_the_server_appends_to_it() throws Exception {
        var line = "x".repeat(1023) + "\n";
        Files.writeString(data.postgresLog(), line.repeat(11 * 1024), StandardOpenOption.APPEND);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.size(data.postgresLog()) < 1024 * 1024);
        assertThat(data.root().resolve("postgres.log.1")).isNotEmptyFile();

        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "wrong").close())
                .isInstanceOf(SQLException.class);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(
                () -> assertThat(data.postgresLog()).content().contains("password authentication failed"));
    }
}
