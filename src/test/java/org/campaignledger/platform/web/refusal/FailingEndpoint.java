package org.campaignledger.platform.web.refusal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** Fails in every way that a test asks for. No controller by annotation: an application under test must not find it. */
class FailingEndpoint {

    enum Kind {
        ONE, TWO
    }

    @Nullable
    Exception next;

    @GetMapping({"/api/v1/fail", "/log/fail", "/page", "/api/v10", "/logbook"})
    String fail() throws Exception {
        if (next != null) {
            throw next;
        }
        return "fine";
    }

    @GetMapping("/api/v1/half")
    String half(HttpServletResponse response) throws IOException {
        response.getWriter().write("a,b\n");
        response.flushBuffer();
        throw new IllegalStateException("broken off");
    }

    @GetMapping("/api/v1/download")
    String download(HttpServletResponse response) throws IOException {
        response.setHeader("Content-Disposition", "attachment; filename=summary.xlsx");
        response.getWriter().write("half a line");
        throw Refused.notFound();
    }

    @GetMapping("/api/v1/trail/{position}")
    String position(@PathVariable long position) {
        return "" + position;
    }

    @GetMapping("/api/v1/query")
    String query(@RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Boolean dryRun) {
        return "fine";
    }

    @GetMapping("/api/v1/explain")
    String explain(@RequestParam String metric) {
        return metric;
    }

    @GetMapping(path = "/api/v1/table", produces = "text/csv")
    ResponseEntity<String> table() {
        return ResponseEntity.ok("a,b");
    }

    @PostMapping("/api/v1/files")
    String file(@RequestPart MultipartFile file) {
        return "" + file.getSize();
    }

    @PostMapping(path = "/api/v1/any", consumes = "application/json")
    String any(@RequestBody Map<String, String> body) {
        return "" + body;
    }
}
