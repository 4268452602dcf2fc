package org.campaignledger.seal.archive;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.LedgerReaders;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /ledger/events}: events as they are stored, salts included, for auditors who replay and re-derive. */
@RestController
class LedgerEventsEndpoint {

    private final EventLines lines;
    private final Freshness freshness;
    private final LedgerReaders readers;

    LedgerEventsEndpoint(EventLines lines, Freshness freshness, LedgerReaders readers) {
        this.lines = lines;
        this.freshness = freshness;
        this.readers = readers;
    }

    @GetMapping(path = "/api/v1/ledger/events", produces = "application/x-ndjson")
    void events(@RequestParam(defaultValue = "0") long after, @RequestParam(required = false) @Nullable Long to,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletResponse response) throws IOException {
        CurrentActor.require(Role.AUDITOR, Role.ADMIN);
        long head = freshness.awaitHead(waitFor);
        long last = to == null ? head : to;
        if (after < 0) {
            throw Refused.because(new Violation("after", "out-of-range", Map.of("min", 0, "max", head)));
        }
        if (last < 0) {
            throw Refused.because(new Violation("to", "out-of-range", Map.of("min", 0, "max", head)));
        }
        if (last > head) {
            throw Refused.because(new Violation("to", "position-not-reached", Map.of("head", head)));
        }
        readers.read(() -> {
            response.setContentType("application/x-ndjson;charset=UTF-8");
            response.setHeader(CommandDoor.POSITION, Long.toString(last));
            lines.write(after, last, response.getOutputStream(), event -> {});
            response.flushBuffer();
        });
    }
}
