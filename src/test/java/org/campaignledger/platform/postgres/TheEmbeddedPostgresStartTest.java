package org.campaignledger.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start may find in the data folder, and what it makes of it. Every test leaves no server running there. */
class TheEmbeddedPostgresStartTest {

    // one for all, since the first start on an empty folder is the slow one
    @TempDir
    static Path folder;

    private DataDirectory data;

    @BeforeEach
    void open() {
        data = DataDirectory.open(folder);
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void what_was_committed_before_a_stop_is_there_after_the_next_start() throws Exception {
        String password;
        try (var first = start()) {
            Sql.run(first, "create table kept as select 7 as seven");
            password = first.password();
        }
        assertThat(Postmaster.pidFile(data.postgres())).doesNotExist();
        try (var second = start()) {
            assertThat(Sql.text(second, "select seven from kept")).isEqualTo("7");
            assertThat(second.password()).isEqualTo(password);
        }
    }

    @Test
    void a_server_that_outlived_its_killed_instance_is_stopped_and_its_data_taken_over() throws Exception {
        data.close();
        try (var killed = SecondProcess.on(folder, "create table orphaned as select 1 as one")) {
            assertThat(killed.says()).isEqualTo(SecondProcess.READY);
        }
        var orphan = Postmaster.of(folder.resolve("postgres"));
        assertThat(orphan.state()).isEqualTo(Postmaster.State.RUNNING);

        open();
        try (var server = start()) {
            assertThat(orphan.state()).isNotEqualTo(Postmaster.State.RUNNING);
            assertThat(server.postmaster().pid()).isNotEqualTo(orphan.pid());
            assertThat(Sql.text(server, "select one from orphaned")).isEqualTo("1");
        }
    }

    @Test
    void a_stale_pid_file_does_not_cost_the_process_that_has_the_id_now_its_life() throws Exception {
        start().close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            pidFileNames(stranger.pid());
            start().close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_stale_pid_file_does_not_cost_the_server_of_another_folder_its_life() throws Exception {
        start().close();
        var other = TestPostgres.server();
        var pid = other.postmaster().pid();
        pidFileNames(pid);

        start().close();

        assertThat(other.postmaster()).extracting(Postmaster::pid, Postmaster::state)
                .containsExactly(pid, Postmaster.State.RUNNING);
        assertThat(Sql.text(other, "select 1")).isEqualTo("1");
    }

    @Test
    void a_pid_file_of_a_dead_process_or_without_sense_is_no_obstacle() throws Exception {
        start().close();
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        pidFileNames(dead.pid());
        start().close();
        Files.writeString(Postmaster.pidFile(data.postgres()), "");
        start().close();
    }

    @Test
    void a_lost_password_is_replaced() throws Exception {
        String lost;
        try (var first = start()) {
            Sql.run(first, "create table found as select 7 as seven");
            lost = first.password();
        }
        Files.delete(data.postgresProperties());
        try (var second = start()) {
            assertThat(second.password()).isNotEqualTo(lost);
            assertThat(Sql.text(second, "select seven from found")).isEqualTo("7");
        }
    }

    @Test
    void closing_twice_does_not_stop_the_server_that_came_after() throws Exception {
        var first = start();
        first.close();
        try (var second = start()) {
            first.close();
            assertThat(Sql.text(second, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_folder_that_postgres_cannot_use_is_refused_with_what_postgres_says() throws Exception {
        start().close();
        var version = data.postgres().resolve("PG_VERSION");
        var ours = Files.readString(version);
        Files.writeString(version, "12\n");
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(PostgresNotStarted.class)
                    .hasMessageContaining("initialized by PostgreSQL version 12");
        } finally {
            Files.writeString(version, ours);
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(data, TestPostgres.BINARIES);
    }

    private void pidFileNames(long pid) throws Exception {
        Files.writeString(Postmaster.pidFile(data.postgres()), String.join("\n", Long.toString(pid),
                data.postgres().toString(), Long.toString(Instant.now().getEpochSecond()), "5432", "", "127.0.0.1",
                "  1234567         1", "ready   ", ""));
    }
}
