package org.campaignledger.seal.verify.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.seal.verify.TestEvent;
import org.campaignledger.seal.verify.TestLog;
import org.junit.jupiter.api.Test;

/** A line is read the quick way or by a parser: the event is the same. */
class LinesTest {

    private static List<byte[]> entries(String text) throws IOException, Malformed {
        List<byte[]> entries = new ArrayList<>();
        try (EventLines lines = new EventLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            while (lines.next()) {
                assertThat(lines.event().disagreement()).isNull();
                lines.event().makeEntry();
                entries.add(lines.event().entry());
            }
        }
        return entries;
    }

    @Test
    void theQuickWayAndTheParsersAreTheSame() throws Exception {
        TestLog log = new TestLog(40);
        List<byte[]> sealed = log.events.stream().map(TestEvent::entry).toList();
        String lines = log.lines(0, 40);
        assertThat(entries(lines)).usingRecursiveComparison().isEqualTo(sealed);
        assertThat(entries(lines.replace("{\"position\":", "{ \"position\" : "))).usingRecursiveComparison().isEqualTo(
                sealed);
        assertThat(entries(lines.replace("\"metadata\":\"{", "\"metadata\":\"\\u007b"))).usingRecursiveComparison()
                .isEqualTo(sealed);
        assertThat(entries(lines.replace("走", "\\u8d70").replace("😀", "\\ud83d\\ude00"))).usingRecursiveComparison()
                .isEqualTo(sealed);
        assertThat(entries(lines.strip())).hasSize(40);
        assertThat(entries(lines.replace("{\"position\"", "{\"later\":[1,{}],\"position\""))).hasSize(40);
    }

    @Test
    void whatIsNoLine() {
        String line = new TestLog(4).lines(2, 3);
        for (String other : new String[]{"\n", "{}\n", "[]\n", "null\n", line.strip() + line, line.replace("\"salt\":",
                "\"s\":"),
                line.replace("\"position\":3", "\"position\":\"3\""), line.replace("\"position\":3", "\"position\":03"),
                line.replace("\"position\":3", "\"position\":99999999999999999999"),
                line.replace("\"position\":3", "\"position\":3,\"position\":3"), line.replace(".500Z", ".5Z"),
                line.replace("\"revision\":1", "\"revision\":0"), line.replace("\"revision\":1", "\"revision\":70000"),
                line.replace("😀", "\\ud83d"), line.replaceFirst("\"type\":\"[A-Za-z]*\"", "\"type\":\"a b\""),
                line.replaceFirst("\"salt\":\"....", "\"salt\":\"")}) {
            assertThatThrownBy(() -> entries(other)).as(other).isInstanceOf(Malformed.class);
        }
    }
}
