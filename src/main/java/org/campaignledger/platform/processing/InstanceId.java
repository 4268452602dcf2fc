package org.campaignledger.platform.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The lasting name of this instance among those on one database, kept in its data folder. */
public final class InstanceId {

    private InstanceId() {}

    /** The id in {@code instance.id} of this folder, made at the first start. */
    public static String of(Path dataDirectory) {
        Path file = dataDirectory.resolve("instance.id");
        try {
            if (Files.exists(file)) {
                String known = Files.readString(file).strip();
                if (!known.isEmpty()) {
                    return known;
                }
            }
            String made = UUID.randomUUID().toString();
            Files.writeString(file, made + "\n");
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException("the instance's id can't be kept in " + file, failure);
        }
    }
}
