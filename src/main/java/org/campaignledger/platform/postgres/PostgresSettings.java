package org.campaignledger.platform.postgres;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the embedded server is set. Given on its command line at every start, so that no configuration file in the data
 * folder can weaken what the ledger promises.
 */
final class PostgresSettings {

    private static final List<String> DURABLE = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on");

    private static final List<String> FOR_US_ALONE = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            // Refused statements are logged by who sent them; here they would fill the disk at every conflict,
            // with the values that clashed.
            "log_min_messages=log");

    private static final List<String> SIZED = List.of(
            "max_connections=200",
            // for what stands beside events that are kept in Axon Server
            "max_prepared_transactions=16",
            "shared_buffers=256MB",
            "wal_compression=on",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "log_checkpoints=off",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            // the statement of a client that was killed must not hold up the next start
            "client_connection_check_interval=5s");

    private PostgresSettings() {}

    /** As options of the server's command line. None of the values needs quoting. */
    static String commandLine(int port) {
        return Stream.of(List.of("port=" + port), DURABLE, FOR_US_ALONE, SIZED)
                .flatMap(List::stream)
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }
}
