package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignledger.kernel.LedgerEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stored event's form never changes: of every type and revision ever shipped an approved file is kept, and is read.
 * New files are written with {@code -Dapprove.events=true}.
 */
class TheStoredFormOfEventsTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "events");
    private static final boolean APPROVE = Boolean.getBoolean("approve.events");
    private static final Pattern FILE = Pattern.compile("(\\w+?)(\\.sparse)?\\.r(\\d+)\\.json");

    private static EventCodec codec;
    private static List<Class<?>> sealedInterfaces;

    @BeforeAll
    static void find() throws ReflectiveOperationException {
        codec = new EventCodec(AllEventTypes.contributed());
        sealedInterfaces = AllEventTypes.sealedInterfaces();
    }

    /** Every type that is contributed, or only declared: that one fails for want of a contribution. */
    static Stream<Class<?>> types() {
        return sealedInterfaces.stream().flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .sorted(Comparator.comparing(Class::getSimpleName));
    }

    static Stream<Arguments> approvedFiles() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.map(file -> file.getFileName().toString()).sorted()
                    .map(name -> arguments(name)).toList().stream();
        }
    }

    @Test
    void every_slice_has_contributed_its_events() throws Exception {
        assertThat(AllEventTypes.contributed()).extracting(EventTypes::sealedType).map(Class::getName)
                .containsExactlyElementsOf(sealedInterfaces.stream().map(Class::getName).toList());
        assertThat(types()).hasSizeGreaterThanOrEqualTo(11).allSatisfy(type -> assertThat(type).isRecord());
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_filled_event_is_stored_in_the_approved_form(Class<?> type) throws Exception {
        isApproved(EventSamples.filled(type), "");
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_without_what_may_be_absent_is_stored_in_the_approved_form(Class<?> type) throws Exception {
        LedgerEvent sparse = EventSamples.sparse(type);
        if (!sparse.equals(EventSamples.filled(type))) {
            isApproved(sparse, ".sparse");
        }
    }

    private static void isApproved(LedgerEvent sample, String variant) throws Exception {
        byte[] encoded = codec.encode(sample);
        int revision = codec.revisionOf(sample);
        assertThat(codec.decodePayload(codec.typeOf(sample), revision, encoded)).isEqualTo(sample);
        Path file = APPROVED.resolve(codec.typeOf(sample) + variant + ".r" + revision + ".json");
        if (APPROVE) {
            Files.createDirectories(APPROVED);
            Files.write(file, encoded);
        }
        assertThat(file).withFailMessage("%s is new. If this is how it shall be stored for good, run the test again"
                + " with -Dapprove.events=true and commit %s. It reads: %s", codec.typeOf(sample), file,
                new String(encoded, StandardCharsets.UTF_8)).exists();
        assertThat(new String(encoded, StandardCharsets.UTF_8))
                .as("the form of %s has changed, and the ledgers out there hold the old one: raise its revision by an"
                        + " Upcaster in its slice's EventTypes, then -Dapprove.events=true adds the file of the new"
                        + " revision (a form that was never released may be approved anew the same way)",
                        codec.typeOf(sample))
                .isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("approvedFiles")
    void every_form_ever_approved_is_still_read(String name) throws Exception {
        Matcher parts = FILE.matcher(name);
        assertThat(parts.matches()).as("%s is named as <Type>[.sparse].r<revision>.json", name).isTrue();
        byte[] stored = Files.readAllBytes(APPROVED.resolve(name));
        int revision = Integer.parseInt(parts.group(3));
        LedgerEvent event = codec.decodePayload(parts.group(1), revision, stored);
        assertThat(codec.typeOf(event)).isEqualTo(parts.group(1));
        if (revision == codec.revisionOf(event)) {
            assertThat(codec.encode(event)).isEqualTo(stored);
        }
        assertThat(event.postings()).isNotNull();
        assertThat(event.reference().recordId()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("approvedFiles")
    void stored_forms_have_sorted_keys_and_nothing_absent(String name) throws Exception {
        isTidy(JsonMapper.shared().readTree(Files.readAllBytes(APPROVED.resolve(name))));
    }

    private static void isTidy(JsonNode node) {
        assertThat(node.isNull()).isFalse();
        List<String> keys = new ArrayList<>(node.propertyNames());
        assertThat(keys).isSorted();
        node.forEach(TheStoredFormOfEventsTest::isTidy);
    }

    @Test
    void every_revision_down_to_the_first_has_its_file() throws Exception {
        for (Class<?> type : types().toList()) {
            LedgerEvent sample = EventSamples.filled(type);
            for (int revision = 1; revision <= codec.revisionOf(sample); revision++) {
                assertThat(APPROVED.resolve(codec.typeOf(sample) + ".r" + revision + ".json")).exists();
            }
        }
    }
}
