package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.personaldata.PersonalDataVaultTest.key;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.campaignledger.CampaignLedger;
import org.campaignledger.platform.cli.CommandLines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code backup-keys} and {@code restore-keys}, as someone types them. */
class KeyCommandsTest {

    private static final LedgerKeys KEYS = new LedgerKeys(key(1), key(2));

    private static KeyLedger ledger;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void migrate() {
        ledger = new KeyLedger();
    }

    @BeforeEach
    void aLedgerWithKeyFiles() {
        ledger.begunWith(KEYS).recording(KEYS, "p1", "p2");
        environment.put("SPRING_DATASOURCE_URL", ledger.database.access().url());
        environment.put("SPRING_DATASOURCE_USERNAME", ledger.database.access().user());
        environment.put("SPRING_DATASOURCE_PASSWORD", ledger.database.access().password());
        KeyFiles.write(folder.resolve("keys/master.key"), key(1));
        KeyFiles.write(folder.resolve("keys/natural.key"), key(2));
    }

    private int run(String... arguments) {
        Supplier<Callable<Integer>> backup = () -> {
            BackupKeysCommand command = new BackupKeysCommand();
            command.ledger().setEnvironment(environment::get);
            return command;
        };
        Supplier<Callable<Integer>> restore = () -> {
            RestoreKeysCommand command = new RestoreKeysCommand();
            command.ledger().setEnvironment(environment::get);
            return command;
        };
        return new CommandLines(List.of(backup, restore)).writingTo(new PrintWriter(out, true),
                new PrintWriter(err, true)).run(arguments).orElseThrow();
    }

    private String data() {
        return "--data-dir=" + folder;
    }

    private String backup() {
        return folder.resolve("keys.backup").toString();
    }

    @Test
    void theKeysGoOutAndComeBack() {
        assertThat(run("backup-keys", data(), "--to", backup())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("2 keys of persons written");
        ledger.losesItsKeys();
        assertThat(run("restore-keys", data(), backup())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("2 restored, 0 left out").doesNotContain("natural key was replaced");
        ledger.opensJust(KEYS, "p1", "p2");
    }

    @Test
    void theRunningEmbeddedDatabaseIsFoundByItsFolder() throws Exception {
        URI url = URI.create(ledger.database.access().url().substring("jdbc:".length()));
        environment.clear();
        assertThat(run("backup-keys", data(), "--to", backup())).isEqualTo(CommandLines.NOT_DONE);
        assertThat(err.toString()).contains("No ledger runs on " + folder);
        Files.writeString(folder.resolve("postgres.properties"), "port=" + url.getPort() + "\nuser="
                + ledger.database.access().user() + "\npassword=" + ledger.database.access().password()
                + "\ndatabase=" + url.getPath().substring(1) + "\n");
        assertThat(run("backup-keys", data(), "--to", backup())).as(err.toString()).isZero();
    }

    @Test
    void aNaturalKeyThatComesBackIsKeptAsAFile() {
        assertThat(run("backup-keys", data(), "--to", backup())).isZero();
        KeyFiles.write(folder.resolve("keys/natural.key"), key(8));
        ledger.begunWith(new LedgerKeys(key(1), key(8)));
        assertThat(run("restore-keys", data(), backup())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("restart the service");
        assertThat(KeyFiles.read(folder.resolve("keys/natural.key"))).hasValue(key(2));
    }

    @Test
    void configuredKeysGoBeforeFilesAndNoneAreMade() {
        Path other = folder.resolve("other");
        environment.put("LEDGER_KEYS_MASTER", Base64.getEncoder().encodeToString(key(1)));
        environment.put("LEDGER_KEYS_NATURAL", Base64.getEncoder().encodeToString(key(2)));
        assertThat(run("backup-keys", "--data-dir=" + other, "--to", backup())).as(err.toString()).isZero();
        environment.remove("LEDGER_KEYS_MASTER");
        assertThat(run("restore-keys", "--data-dir=" + other, backup())).isEqualTo(CommandLines.NOT_DONE);
        assertThat(err.toString()).contains("There is no master key");
        assertThat(other).doesNotExist();
    }

    @Test
    void theJarKnowsThem() {
        for (String command : List.of("backup-keys", "restore-keys")) {
            StringWriter help = new StringWriter();
            assertThat(CampaignLedger.commands().writingTo(new PrintWriter(help, true), new PrintWriter(err, true))
                    .run(command, "--help")).hasValue(0);
            assertThat(help.toString()).contains("Usage: campaign-ledger " + command, "--data-dir");
        }
    }
}
