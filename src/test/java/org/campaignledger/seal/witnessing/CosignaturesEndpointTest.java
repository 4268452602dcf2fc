package org.campaignledger.seal.witnessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.door.RateLimits;
import org.campaignledger.seal.GrowingLog;
import org.campaignledger.seal.TestWitness;
import org.campaignledger.seal.store.LogProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whoever likes may send cosignatures: what is taken is a witness's, and what is read and verified is bounded. */
class CosignaturesEndpointTest {

    private static final TestWitness FIRST = new TestWitness("witness.example/first", 1);
    private static final TestWitness SECOND = new TestWitness("witness.example/second", 2);
    private final GrowingLog log = new GrowingLog();
    private CosignaturesEndpoint endpoint;

    @BeforeEach
    void aLogOfThree() {
        log.growTo(3);
        LogProperties properties = GrowingLog.properties(1, FIRST.at(null), SECOND.at(null));
        endpoint = new CosignaturesEndpoint(log.instance(properties), GrowingLog.identity(),
                log.cosignatures(properties), new RateLimits(new MockEnvironment().withProperty(
                        "ledger.limits.cosignatures", "200")));
    }

    /** Each costs a look at a signature, and whoever sends one is nobody known. */
    @Test
    void oneAddressLeavesSoManyInAMinuteAndNoMore() {
        int refused = 0;
        for (int i = 0; i < 401; i++) {
            try {
                endpoint.take(request(new byte[]{1}));
            } catch (Refused | IOException why) {
                refused += why instanceof Refused of && of.code().equals("too-many-requests") ? 1 : 0;
            }
        }
        assertThat(refused).as("two minutes, if one ends meanwhile").isIn(1, 201);
        MockHttpServletRequest another = request(new byte[]{1});
        another.setRemoteAddr("192.0.2.7");
        assertThatThrownBy(() -> endpoint.take(another)).isInstanceOfSatisfying(Refused.class,
                of -> assertThat(of.code()).isNotEqualTo("too-many-requests"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private int taken(String note) throws IOException {
        return endpoint.take(request(note.getBytes(StandardCharsets.UTF_8))).accepted();
    }

    private static MockHttpServletRequest request(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/log/cosignatures");
        request.setContent(body);
        return request;
    }

    private void refused(MockHttpServletRequest request, Refused.Kind kind, String code) {
        assertThatThrownBy(() -> endpoint.take(request)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.code()).isEqualTo(code);
        });
    }

    private static String forged(int many) {
        return IntStream.range(0, many).mapToObj(FIRST::forged).collect(Collectors.joining());
    }

    @Test
    void eachWitnessCountsOnce() throws IOException {
        String text = log.text(3);
        assertThat(taken(log.note(3) + FIRST.line(text, 10) + FIRST.line(text, 11))).isEqualTo(1);
        assertThat(taken(log.note(3) + FIRST.line(text, 12) + SECOND.line(text, 12))).isEqualTo(2);
    }

    @Test
    void fourLinesOfAWitnessAreVerifiedAndNoMore() throws IOException {
        String mine = FIRST.line(log.text(3), 10);
        assertThat(taken(log.note(3) + forged(3) + mine)).isEqualTo(1);
        refused(request((log.note(3) + forged(4) + mine).getBytes(StandardCharsets.UTF_8)),
                Refused.Kind.UNPROCESSABLE, "no-known-witness");
        assertThat(taken(log.note(3) + forged(9) + SECOND.line(log.text(3), 10))).as("another witness's")
                .isEqualTo(1);
    }

    @Test
    void moreThanSixtyFourLinesAreNotTaken() throws IOException {
        String other = SECOND.line(log.text(3), 10);
        assertThat(taken(log.note(3) + forged(62) + other)).as("64 with the log's own").isEqualTo(1);
        refused(request((log.note(3) + forged(63) + other).getBytes(StandardCharsets.UTF_8)), Refused.Kind.TOO_LARGE,
                "too-large");
    }

    @Test
    void aLongBodyIsRefusedBeforeItIsReadOrAsSoonAsItIsTooLong() {
        MockHttpServletRequest unread = new MockHttpServletRequest() {

            @Override
            public long getContentLengthLong() {
                return 65_537;
            }

            @Override
            public jakarta.servlet.ServletInputStream getInputStream() {
                throw new AssertionError("read");
            }
        };
        refused(unread, Refused.Kind.TOO_LARGE, "too-large");
        MockHttpServletRequest unannounced = new MockHttpServletRequest() {

            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        unannounced.setContent(new byte[65_537]);
        refused(unannounced, Refused.Kind.TOO_LARGE, "too-large");
    }

    @Test
    void whatIsNoTextIsNoCheckpoint() {
        byte[] note = log.note(3).getBytes(StandardCharsets.UTF_8);
        note[note.length - 2] = (byte) 0xff;
        refused(request(note), Refused.Kind.UNPROCESSABLE, "unknown-checkpoint");
    }
}
