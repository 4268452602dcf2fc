package org.campaignledger.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.campaignledger.platform.postgres.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a release: its database, the files that belong to it, its archive, the log as its verifier last saw it,
 * and what it answered.
 *
 * @param folder where it is kept; named after the release
 */
record KeptRelease(Path folder) {

    private static final Path ALL = Path.of("src", "test", "resources", "releases");
    /** Of the data folder, what a ledger can't go on without; the rest is made anew. */
    private static final List<String> FILES = List.of("keys", "works");

    static KeptRelease of(String version) {
        return new KeptRelease(ALL.resolve(version));
    }

    /** All that are kept, oldest first. */
    static List<KeptRelease> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory).sorted().map(KeptRelease::new).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return "release " + folder.getFileName();
    }

    /** The archive that it exported, as an auditor would have kept it. */
    Path archive() {
        return folder.resolve("ledger.ledger.zip");
    }

    /** What its verifier wrote down of the log. */
    Path lastSeen() {
        return folder.resolve("seen.txt");
    }

    /** {@code schema}, {@code head}, and under {@code answers} what it answered to which question. */
    JsonNode told() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(toldFile()));
    }

    void tell(JsonNode told) throws IOException {
        Files.writeString(toldFile(), JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(told)
                + "\n");
    }

    private Path toldFile() {
        return folder.resolve("told.json");
    }

    /** Keeps the rows of this database and the files of this data folder. */
    void keep(TestPostgres.Database database, Path data) throws IOException, SQLException {
        Files.createDirectories(folder);
        try (OutputStream rows = new GZIPOutputStream(Files.newOutputStream(folder.resolve("database.copy.gz")))) {
            DatabaseCopy.write(database, rows);
        }
        try (ZipOutputStream files = new ZipOutputStream(Files.newOutputStream(folder.resolve("data.zip")))) {
            for (Path file : filesOf(data)) {
                files.putNextEntry(new ZipEntry(data.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, files);
            }
        }
    }

    private static List<Path> filesOf(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(file -> FILES.contains(data.relativize(file).getName(0)
                    .toString())).sorted().toList();
        }
    }

    /** Puts them into an empty database and an empty folder, as if they had always been there. */
    void putBack(TestPostgres.Database database, Path data) throws IOException, SQLException {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(
                folder.resolve("database.copy.gz"))), StandardCharsets.UTF_8))) {
            DatabaseCopy.read(database, told().get("schema").stringValue(), rows);
        }
        try (ZipInputStream files = new ZipInputStream(Files.newInputStream(folder.resolve("data.zip")))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                Path file = data.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(files, file);
            }
        }
    }
}
