package org.campaignledger.progress.read.explain;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.LedgerReaders;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /ledger/postings}: the postings by which figures are explained, one by one, for auditors who hold them against
 * what events post. A line for each, its values separated by tabs: position, campaign, unit, category or nothing, metric,
 * date, amount.
 */
@RestController
class LedgerPostingsEndpoint {

    /** Positions that are read at once. */
    private static final int AT_ONCE = 10_000;

    private final PostingQuery postings;
    private final LedgerStore store;
    private final Freshness freshness;
    private final LedgerReaders readers;

    LedgerPostingsEndpoint(PostingQuery postings, LedgerStore store, Freshness freshness, LedgerReaders readers) {
        this.postings = postings;
        this.store = store;
        this.freshness = freshness;
        this.readers = readers;
    }

    @GetMapping(path = "/api/v1/ledger/postings", produces = "text/tab-separated-values")
    void postings(@RequestParam(defaultValue = "0") long after, @RequestParam(required = false) @Nullable Long to,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletResponse response) throws IOException {
        CurrentActor.require(Role.AUDITOR, Role.ADMIN);
        long head = store.head();
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
        freshness.awaitProjection(PostingProjection.NAME, Math.max(last, waitFor == null ? 0 : waitFor));
        readers.read(() -> {
            response.setContentType("text/tab-separated-values;charset=UTF-8");
            response.setHeader(CommandDoor.POSITION, Long.toString(last));
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(),
                    StandardCharsets.UTF_8));
            for (long from = after; from < last; from += AT_ONCE) {
                for (String line : postings.lines(from, Math.min(last, from + AT_ONCE))) {
                    out.write(line);
                    out.write('\n');
                }
            }
            out.flush();
            response.flushBuffer();
        });
    }
}
