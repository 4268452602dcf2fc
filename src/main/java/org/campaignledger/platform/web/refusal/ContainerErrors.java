package org.campaignledger.platform.web.refusal;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what never gets as far as any filter, such as a line that is no request: a problem document as everywhere else,
 * in place of the container's own page, which tells its name. What the container calls a method, a coding or a version of
 * HTTP that it does not have is nothing wrong within, hence no 5xx.
 */
final class ContainerErrors extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

    private final RefusalWriter writer;

    ContainerErrors(RefusalWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        AtomicBoolean mayWrite = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, mayWrite);
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported() || !mayWrite.get()) {
            return;
        }
        try {
            writer.write(request, response, status == 501 || status == 505
                    ? FrameworkAnswers.ofStatus(400)
                    : FrameworkAnswers.ofStatus(status));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("refusal could not be written", gone);
        }
    }
}
