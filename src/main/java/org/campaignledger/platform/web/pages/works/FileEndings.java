package org.campaignledger.platform.web.pages.works;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.campaignledger.platform.web.pages.CategoryFace;

/** The endings of the files that a category takes, for the browser's choice of files. What a file is is found out later. */
final class FileEndings {

    private static final Map<String, List<String>> OF_MEDIA = Map.of(
            "VIDEO", List.of("mp4"), "PHOTO", List.of("jpg", "jpeg", "png"),
            "AUDIO_OR_VIDEO", List.of("mp3", "m4a", "wav", "mp4"));

    private FileEndings() {}

    /** Such as {@code .mp4}, with commas between them; empty where no file is needed. */
    static String of(CategoryFace.Work work) {
        List<String> endings = OF_MEDIA.getOrDefault(work.media(), List.of());
        return endings.stream()
                .filter(ending -> work.formats().isEmpty() || work.formats().contains(ending)
                        || ending.equals("jpg") && work.formats().contains("jpeg"))
                .map(ending -> "." + ending).collect(Collectors.joining(","));
    }
}
