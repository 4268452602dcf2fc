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
import org.campaignledger.seal.store.SealedLog;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /archive}: the ledger up to a sealed position, whole, as one file. */
@RestController
class ArchiveEndpoint {

    private final ArchiveWriter writer;
    private final SealedLog log;
    private final LedgerReaders readers;

    ArchiveEndpoint(ArchiveWriter writer, SealedLog log, LedgerReaders readers) {
        this.writer = writer;
        this.log = log;
        this.readers = readers;
    }

    @GetMapping(path = "/api/v1/archive", produces = "application/zip")
    void archive(@RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletResponse response)
            throws IOException {
        CurrentActor.require(Role.AUDITOR, Role.ADMIN);
        long sealed = Freshness.await(waitFor, log::size);
        long asked = position == null ? sealed : position;
        if (asked < 1) {
            throw Refused.because(new Violation("position", "out-of-range", Map.of("min", 1, "max", sealed)));
        }
        if (asked > sealed) {
            throw Refused.because(new Violation("position", "position-not-sealed", Map.of("sealed", sealed)));
        }
        readers.read(() -> {
            response.setContentType("application/zip");
            response.setHeader(CommandDoor.POSITION, Long.toString(asked));
            response.setHeader("Content-Disposition", "attachment; filename=\"ledger-" + asked + ".ledger.zip\"");
            writer.write(asked, response.getOutputStream());
            response.flushBuffer();
        });
    }
}
