package org.campaignledger.platform.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.ClaimHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class RefusalResolverTest {

    @RestController
    static class Endpoint extends FailingEndpoint {}

    private final FailingEndpoint endpoint = new Endpoint();
    private final List<Refused.Existing> asked = new ArrayList<>();
    private boolean visible;

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(endpoint)
            .setHandlerExceptionResolvers(new RefusalResolver(new RefusalWriter(existing -> {
                asked.add(existing);
                return visible;
            })))
            .build();

    private ResultActions failing(Exception failure) throws Exception {
        endpoint.next = failure;
        return mvc.perform(get("/api/v1/fail"));
    }

    @Test
    void aRefusalIsAProblemDocumentInChinese() throws Exception {
        failing(Refused.because(new Violation("occurredOn", "outside-window",
                Map.of("from", LocalDate.of(2019, 5, 1), "to", LocalDate.of(2019, 11, 30)))))
                .andExpect(status().is(422))
                .andExpect(content().contentType("application/problem+json;charset=UTF-8"))
                .andExpect(header().string("Content-Language", "zh-CN"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().json("""
                    {"type": "urn:campaign-ledger:refusal:outside-window", "title": "日期不在活动期内",
                     "status": 422, "detail": "日期应在 2019-05-01 至 2019-11-30 之间。",
                     "code": "outside-window", "errors": [{"field": "occurredOn",
                     "code": "outside-window", "message": "日期应在 2019-05-01 至 2019-11-30 之间。"}]}
                    """, org.springframework.test.json.JsonCompareMode.STRICT));
    }

    @Test
    void severalViolationsAreGivenInEnglishWhenAskedFor() throws Exception {
        endpoint.next = Refused.because(List.of(
                Violation.of("contacts", "implausible-figure", "max", 100_000L), Violation.of("unit", "unknown-unit")));

        mvc.perform(get("/api/v1/fail").header("Accept-Language", "en-GB"))
                .andExpect(status().is(422))
                .andExpect(header().string("Content-Language", "en"))
                .andExpect(jsonPath("$.code").value("validation-failed"))
                .andExpect(jsonPath("$.title").value("Several things are wrong"))
                .andExpect(jsonPath("$.errors.length()").value(2))
                .andExpect(jsonPath("$.errors[0].message")
                        .value("The figure is above the plausible bound of 100000; check it."))
                .andExpect(jsonPath("$.errors[1].field").value("unit"));
    }

    @ParameterizedTest
    @CsvSource({"MALFORMED,400", "FORBIDDEN,403", "NOT_FOUND,404", "CONFLICT,409", "TOO_LARGE,413",
            "TOO_SLOW,408", "UNPROCESSABLE,422", "TOO_MANY,429", "UNAVAILABLE,503"})
    void everyKindHasItsStatusAndAlwaysAListOfErrors(Refused.Kind kind, int status) throws Exception {
        failing(Refused.of(kind, "busy")).andExpect(status().is(status))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.errors").isArray())
                .andExpect(jsonPath("$.errors").isEmpty())
                .andExpect(status >= 429 ? header().string("Retry-After", "2") : header().doesNotExist("Retry-After"));
    }

    @Test
    void aRefusalMaySayWhenToRetry() throws Exception {
        failing(Refused.of(Refused.Kind.TOO_MANY, "too-many-requests", Map.of("retryAfterSeconds", 30)))
                .andExpect(header().string("Retry-After", "30"));
    }

    @Test
    void anExistingRecordIsNamedOnlyToWhomItMayBeShown() throws Exception {
        Refused refused = Refused.duplicate("organization.code", new Refused.Existing("r-1", 17, "FJ"));

        failing(refused).andExpect(status().isConflict()).andExpect(jsonPath("$.existing").doesNotExist())
                .andExpect(content().string(not(containsString("r-1"))));
        visible = true;
        failing(refused).andExpect(jsonPath("$.existing.id").value("r-1"))
                .andExpect(jsonPath("$.existing.position").value(17))
                .andExpect(jsonPath("$.existing.unit").doesNotExist())
                .andExpect(jsonPath("$.errors[0].field").value("organization.code"));
        assertThat(asked).hasSize(2).allMatch(existing -> "FJ".equals(existing.unit()));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AppendFailure.Unavailable("no"), 503, "store-unavailable"),
                Arguments.of(new AppendFailure.OutcomeUnknown(new UUID(0, 1)), 503, "outcome-unknown"),
                Arguments.of(new AppendFailure.Conflict("a", 1, 2), 409, "concurrent-change"),
                Arguments.of(new AppendFailure.ConditionFailed("a", 1, 2), 409, "concurrent-change"),
                Arguments.of(new AppendFailure.ClaimTaken(new Claim("k", "x"), new ClaimHolder("r", "", 3)), 409,
                        "duplicate-record"),
                Arguments.of(AppendFailure.Rejected.tooLarge(), 413, "too-large"),
                Arguments.of(new AppendFailure.Rejected("the database rejects it"), 500, "internal-error"),
                Arguments.of(new DataAccessResourceFailureException("x"), 503, "store-unavailable"),
                Arguments.of(new CannotGetJdbcConnectionException("x"), 503, "store-unavailable"),
                Arguments.of(new CannotCreateTransactionException("x"), 503, "store-unavailable"),
                Arguments.of(sql("57P01"), 503, "store-unavailable"),
                Arguments.of(sql("08006"), 503, "store-unavailable"),
                Arguments.of(sql("42601"), 500, "internal-error"),
                Arguments.of(new QueryTimeoutException("x"), 503, "busy"),
                Arguments.of(new CompletionException(Refused.notFound()), 404, "not-found"),
                Arguments.of(new IllegalStateException(new AppendFailure.Unavailable("no")), 503,
                        "store-unavailable"),
                Arguments.of(new MaxUploadSizeExceededException(9), 413, "too-large"),
                Arguments.of(new IllegalArgumentException("x"), 500, "internal-error"));
    }

    private static Exception sql(String state) {
        return new UncategorizedSQLException("task", "select 1", new SQLException("x", state));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsAnswer(Exception failure, int status, String code) throws Exception {
        failing(failure).andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.type").value("urn:campaign-ledger:refusal:" + code))
                .andExpect(status == 503 ? header().exists("Retry-After") : header().doesNotExist("Retry-After"));
    }

    @Test
    void anInternalErrorGivesNothingAwayButANumber() throws Exception {
        String body = failing(new IllegalStateException("secret of org.campaignledger.Thing")).andExpect(
                status().is(500)).andReturn().getResponse().getContentAsString();

        assertThat(body).doesNotContain("secret", "org.campaignledger", "Exception", "trace")
                .containsPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void aRingOfCausesEnds() throws Exception {
        Exception one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        failing(one).andExpect(status().is(500));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/trail/abc, position, wrong-type", "/api/v1/trail/1.5, position, wrong-type",
            "/api/v1/trail/99999999999999999999, position, wrong-type", "/api/v1/query?limit=x, limit, wrong-type",
            "/api/v1/query?on=2019-02-30, on, not-a-date", "/api/v1/query?kind=one, kind, unknown-constant",
            "/api/v1/query?dryRun=perhaps, dryRun, wrong-type"})
    void aParameterOfTheWrongTypeIsMalformed(String path, String field, String code) throws Exception {
        mvc.perform(get(path)).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("malformed"))
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].code").value(code));
    }

    @Test
    void aParameterOrPartThatIsNotThereIsMissing() throws Exception {
        mvc.perform(get("/api/v1/explain")).andExpect(status().is(422)).andExpect(jsonPath("$.code").value("missing"))
                .andExpect(jsonPath("$.errors[0].field").value("metric"));
        mvc.perform(multipart("/api/v1/files")).andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemDocumentToo() throws Exception {
        mvc.perform(post("/api/v1/explain")).andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET"))
                .andExpect(jsonPath("$.code").value("method-not-allowed"));
        mvc.perform(post("/api/v1/any").contentType("text/plain").content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(header().string("Accept", "application/json"))
                .andExpect(jsonPath("$.code").value("unsupported-media-type"));
        mvc.perform(post("/api/v1/any").contentType("application/json").content("{"))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("malformed"));
        mvc.perform(get("/api/v1/table").accept("application/pdf")).andExpect(status().isNotAcceptable())
                .andExpect(jsonPath("$.code").value("not-acceptable"));
        mvc.perform(post("/api/v1/files").contentType("multipart/form-data").content("x"))
                .andExpect(status().is4xxClientError()).andExpect(jsonPath("$.errors").isArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/event-stream", "application/x-ndjson", "image/png", "nonsense",
            "*/*;q=0"})
    void noAcceptHeaderKeepsARefusalFromBeingWritten(String accept) throws Exception {
        endpoint.next = Refused.notFound();

        mvc.perform(get("/api/v1/fail").header("Accept", accept))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").exists());
    }

    @Test
    void whatWasMeantToBeTheAnswerIsGone() throws Exception {
        mvc.perform(get("/api/v1/download")).andExpect(status().isNotFound())
                .andExpect(header().doesNotExist("Content-Disposition"))
                .andExpect(content().string(not(containsString("half a line"))))
                .andExpect(jsonPath("$.code").value("not-found"));
    }

    @Test
    void theLogAnswersInTheSameWay() throws Exception {
        endpoint.next = Refused.notFound();

        mvc.perform(get("/log/fail")).andExpect(status().isNotFound()).andExpect(jsonPath("$.code").value("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/api/v10", "/logbook"})
    void pagesAreLeftToOthers(String path) {
        endpoint.next = Refused.notFound();

        assertThatThrownBy(() -> mvc.perform(get(path))).hasRootCause(endpoint.next);
    }

    @Test
    void whatSecurityHasToAnswerIsLeftToIt() {
        assertThatThrownBy(() -> failing(new AccessDeniedException("no"))).hasRootCauseInstanceOf(
                AccessDeniedException.class);
    }

    @Test
    void anAnswerThatBrokeOffMustNotLookWhole() {
        assertThatThrownBy(() -> mvc.perform(get("/api/v1/half"))).hasRootCauseMessage("broken off");
    }

    @Test
    void nothingIsWrittenToAClientThatIsGone() throws Exception {
        failing(new AsyncRequestNotUsableException("gone")).andExpect(content().string(""));
    }
}
