package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.campaignledger.platform.postgres.DataDirectory;
import org.campaignledger.platform.postgres.OwnerOnly;
import org.springframework.stereotype.Component;

/** Where this instance keeps the files of its imports, all of them encrypted, and the name by which it knows its own. */
@Component
class ImportFolder {

    private static final String UPLOAD = ".upload";
    private static final String SHEET = ".sheet";

    private final Path folder;
    private final String home;

    ImportFolder(DataDirectory data) throws IOException {
        folder = data.folder("imports");
        Path name = folder.resolve("home");
        if (!Files.exists(name)) {
            OwnerOnly.write(name, UUID.randomUUID().toString());
        }
        home = Files.readString(name, StandardCharsets.US_ASCII).strip();
    }

    /** By which imports of this instance are told apart from those of others on the same database. */
    String home() {
        return home;
    }

    /** The file as it was sent. */
    Path upload(String id) {
        return folder.resolve(id + UPLOAD);
    }

    /** The sheet with its errors. */
    Path sheet(String id) {
        return folder.resolve(id + SHEET);
    }

    /** Removes uploads that no import is about: those that a dead process was still receiving. */
    void sweep(List<String> unfinished) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + UPLOAD)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!unfinished.contains(name.substring(0, name.length() - UPLOAD.length()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
