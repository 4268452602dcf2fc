package org.campaignledger.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.ClaimHolder;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of a command at another instance is the same here. */
class ReplyTest {

    private final Serializer serializer = Jackson3Serializer.builder().build();

    private Reply travelled(Reply reply) {
        Reply arrived = serializer.deserialize(serializer.serialize(reply, byte[].class));
        assertThat(arrived).isNotNull();
        return arrived;
    }

    @Test
    void aReceiptArrives() {
        Outcome outcome = new Outcome();
        outcome.written(new AppendReceipt(3, 4, Instant.parse("2019-07-01T08:00:00.123Z")));
        assertThat(travelled(Reply.of(outcome)).outcome().receipt()).isEqualTo(outcome.receipt());
    }

    static Stream<Refused> refusals() {
        return Stream.of(Refused.notFound(), Refused.forbidden("foreign-unit"),
                Refused.duplicate("person.phone", new Refused.Existing("r-1", 7, "FJ")),
                Refused.conflict("concurrent-change", null),
                Refused.because(List.of(Violation.of("contacts", "too-many", "max", 20_000L),
                        new Violation("occurredOn", "outside-window", Map.of("from", LocalDate.of(2019, 5, 1), "to",
                                LocalDate.of(2019, 9, 30), "names", List.of("一", "二"))))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalArrivesWithAllThatItSays(Refused refused) {
        assertThatThrownBy(() -> travelled(Reply.of(refused).orElseThrow()).outcome())
                .isInstanceOfSatisfying(Refused.class, arrived -> {
                    assertThat(arrived.kind()).isEqualTo(refused.kind());
                    assertThat(arrived.code()).isEqualTo(refused.code());
                    assertThat(arrived.violations()).isEqualTo(refused.violations());
                    assertThat(arrived.existing()).isEqualTo(refused.existing());
                });
    }

    @Test
    void whatIsTooLargeIsStillToldAsThat() {
        assertThatThrownBy(() -> travelled(Reply.of(AppendFailure.Rejected.tooLarge()).orElseThrow()).outcome())
                .isInstanceOfSatisfying(AppendFailure.Rejected.class, arrived -> assertThat(arrived.isTooLarge())
                        .isTrue());
    }

    static Stream<AppendFailure> failures() {
        return Stream.of(new AppendFailure.Conflict("a", 1, 3), new AppendFailure.ConditionFailed("2019", 1, 2),
                new AppendFailure.ClaimTaken(new Claim("organization.code", "x"), new ClaimHolder("r", "FJ", 9)),
                new AppendFailure.AlreadyAnswered(new IdempotentAnswer("s", "h", 201, "/x", "i", 5)),
                new AppendFailure.Unavailable("why"), new AppendFailure.OutcomeUnknown(UUID.randomUUID()),
                new AppendFailure.Rejected("why"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatTheStoreSaidArrives(AppendFailure failure) {
        Throwable arrived = catchThrowable(() -> travelled(Reply.of(failure).orElseThrow()).outcome());
        assertThat(arrived).isExactlyInstanceOf(failure.getClass()).hasMessage(failure.getMessage())
                .usingRecursiveComparison().ignoringFields("stackTrace").isEqualTo(failure);
    }

    @Test
    void anAggregateThatIsNotThereIsNotFound() {
        Reply reply = Reply.of(new AggregateNotFoundException("a", "gone")).orElseThrow();
        assertThatThrownBy(() -> travelled(reply).outcome()).isInstanceOfSatisfying(Refused.class,
                arrived -> assertThat(arrived.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
    }

    @Test
    void whatNobodyExpectsIsNoReply() {
        assertThat(Reply.of(new IllegalStateException("a bug"))).isEmpty();
    }
}
