package org.campaignledger.platform.web.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages' files as they stand in the source tree. */
final class PageFiles {

    static final Path RESOURCES = Path.of("src/main/resources");

    private PageFiles() {}

    /** Every file of this ending below a folder of the resources; never none. */
    static List<Path> below(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("no " + ending + " in " + folder);
            }
            return found;
        }
    }
}
