package org.campaignledger.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One act of the story of the demo's corrections: something is recorded wrongly, or a correction is asked for and
 * decided.
 *
 * @param on      the day on which it is sent; absent for what is sent when the season is over
 * @param account who sends it
 * @param post    below {@code /api/v1}
 * @param as      the name under which later acts know what it made
 * @param times   how many of it are sent; once, where absent
 * @param body    JSON, with places to be filled in, see {@link DemoWords}
 * @param decided what becomes of it; absent where nobody decides
 */
record DemoAct(
        @Nullable LocalDate on, String account, String post, @Nullable String as, @Nullable Integer times,
        String body, @Nullable Decision decided) {

    private static final String STORY = "demo/corrections.yaml";

    /** What can become of a correction that somebody does something about. */
    enum Ending {
        /** Another has agreed. */
        APPROVE,
        /** Another has not. */
        REJECT,
        /** Whoever asked for it no longer does. */
        WITHDRAW
    }

    /**
     * What becomes of a correction.
     *
     * @param on     the day
     * @param by     who decides, or its maker who withdraws it
     * @param how    what becomes of it
     * @param reason in their words
     */
    record Decision(LocalDate on, String by, Ending how, @Nullable String reason) {}

    /** How many are sent. */
    int count() {
        return times == null ? 1 : times;
    }

    /** The whole story, in the order in which it is told. */
    static List<DemoAct> story() {
        try {
            return new YAMLMapper().readValue(new ClassPathResource(STORY).getContentAsString(StandardCharsets.UTF_8),
                    new TypeReference<>() {
                    });
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
