package org.campaignledger.platform.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.tracing.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a failure was in the log, and gives the caller nothing of it but a number to ask by. */
final class FailureReport {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    /** The link of a mail: whoever has it can confirm and end what it is of. */
    private static final Pattern LINK = Pattern.compile("^((?:/api/v1/subscriptions/links|/subscriptions)/)[^/]+");

    private FailureReport() {}

    private static String shown(String uri) {
        return LINK.matcher(uri).replaceFirst("$1***");
    }

    /** Logs what is no refusal; an internal error gets its correlation id, a UUID, which stands in the log as well. */
    static Answer reported(HttpServletRequest request, String uri, Throwable failure, Answer answer) {
        if (answer.status() == 503 && !(failure instanceof Refused)) {
            LOG.warn("{} {} could not be served: {} ({})", request.getMethod(), shown(uri), answer.code(), failure
                    .toString());
        }
        if (answer.status() != 500) {
            return answer;
        }
        Failures.another();
        String correlation = Correlation.of(request);
        LOG.error("{} {} failed [{}]", request.getMethod(), shown(uri), correlation, failure);
        return Answer.of(500, answer.code(), Map.of("correlation", correlation));
    }
}
