package org.campaignledger.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL that the class path brings for this operating system and processor. */
final class PostgresBinaries {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /**
     * Unpacks the programs below the folder unless they are there already. The unpacked folder carries the archive's
     * fingerprint, so that a new version never meets an old one's files, and appears by a move, so that what is there
     * is whole and several processes may share the folder.
     *
     * @return the folder that contains {@code bin} and {@code lib}
     * @throws PostgresNotStarted if the class path has none for this machine
     */
    static Path unpackedBelow(Path folder) throws IOException {
        var archive = archive();
        var home = folder.resolve("postgres-" + fingerprint(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        OwnerOnly.createFolder(folder);
        var unfinished = Files.createTempDirectory(folder, "unpacking-");
        try {
            unpack(archive, unfinished);
            OwnerOnly.move(unfinished, home);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            // another process was faster, and what it unpacked is the same
        } finally {
            OwnerOnly.deleteTree(unfinished);
        }
        return home;
    }

    private static URL archive() {
        var names = names(System.getProperty("os.name"), System.getProperty("os.arch"));
        return names.stream()
                .map(PostgresBinaries.class.getClassLoader()::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new PostgresNotStarted(
                        "This build brings no PostgreSQL for this machine (looked for "
                                + String.join(", ", names)
                                + "), as the container image brings none: give an outside one by"
                                + " SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."));
    }

    /** Best first: the C library of Alpine is another one, and macOS and Windows emulate x86 on ARM. */
    private static List<String> names(String osName, String osArch) {
        var name = osName.toLowerCase(Locale.ROOT);
        var os = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : name;
        var processor = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        var alpine = Files.exists(Path.of("/etc/alpine-release"));
        return Stream.of(
                alpine ? os + "-" + processor + "-alpine_linux" : os + "-" + processor,
                os.equals("linux") ? os + "-" + processor : os + "-x86_64")
                .map(machine -> "postgres-" + machine + ".txz")
                .distinct()
                .toList();
    }

    private static String fingerprint(URL archive) throws IOException {
        try (var in = new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream compressed = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = entry.resolveIn(target);
        OwnerOnly.createFolder(OwnerOnly.parent(path));
        if (entry.isDirectory()) {
            OwnerOnly.createFolder(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
                OwnerOnly.makeExecutable(path);
            }
            OwnerOnly.force(path);
        }
    }
}
