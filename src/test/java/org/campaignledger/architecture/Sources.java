package org.campaignledger.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository, from where the tests run. */
final class Sources {

    /** What the build and a running ledger leave behind, and what belongs to tools: never tracked. */
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "demo-data", ".idea", ".vscode",
            "node_modules");

    private Sources() {}

    /** Java sources below a folder. */
    static List<Path> below(Path folder) throws IOException {
        return all(folder).stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    /** All files below a folder. */
    static List<Path> all(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(String.valueOf(directory.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
