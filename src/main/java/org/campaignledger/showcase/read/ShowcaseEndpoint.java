package org.campaignledger.showcase.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.works.WorkDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The showcase, for everybody. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/showcase")
class ShowcaseEndpoint {

    private static final int MAX_LIMIT = 200;
    private static final String KEPT = "public, no-cache";

    private final ShowcaseQuery query;
    private final CampaignRulesSource rules;
    private final Freshness freshness;
    private final WorkDownload download;

    ShowcaseEndpoint(ShowcaseQuery query, CampaignRulesSource rules, Freshness freshness, WorkDownload download) {
        this.query = query;
        this.rules = rules;
        this.freshness = freshness;
        this.download = download;
    }

    /** A page of it; {@code next} is to be given as {@code after}, absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Shown> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<Page> page(@PathVariable String campaign, @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "48") int limit, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long waitFor) {
        CampaignRules known = rules.rules(campaign);
        Checks checks = new Checks();
        checks.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.that(category == null || known.categories().containsKey(category), "category", "unknown-category");
        checks.refuseIfAny();
        String from = cursor(after);
        return freshness.answerAt(ShowcaseProjection.NAME, waitFor, position -> {
            ShowcaseQuery.Found found = query.page(known, category, from, limit);
            String next = found.next();
            return new Page(found.works(), next == null ? null : cursorOf(next));
        });
    }

    private static String cursorOf(String next) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String cursor(@Nullable String after) {
        try {
            String cursor = after == null
                    ? null
                    : new String(Base64.getUrlDecoder().decode(after),
                            StandardCharsets.UTF_8);
            if (cursor != null && cursor.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a cursor holds no NUL");
            }
            return cursor;
        } catch (IllegalArgumentException noCursor) {
            throw Refused.because(Violation.of("after", "bad-cursor"));
        }
    }

    @GetMapping("/{entry}")
    ResponseEntity<Shown> one(@PathVariable String campaign, @PathVariable String entry,
            @RequestParam(required = false) @Nullable Long waitFor) {
        CampaignRules known = rules.rules(campaign);
        return freshness.answerAt(ShowcaseProjection.NAME, waitFor,
                position -> query.one(known, entry).orElseThrow(Refused::notFound));
    }

    /** Its file, with nothing in it that names anybody. */
    @RequestMapping(path = "/{entry}/work", method = {RequestMethod.GET, RequestMethod.HEAD})
    void work(@PathVariable String campaign, @PathVariable String entry,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        file(campaign, entry, waitFor, WorkDownload.Form.PUBLIC, request, response);
    }

    /** Of a picture a small copy. */
    @RequestMapping(path = "/{entry}/thumbnail", method = {RequestMethod.GET, RequestMethod.HEAD})
    void thumbnail(@PathVariable String campaign, @PathVariable String entry,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        file(campaign, entry, waitFor, WorkDownload.Form.THUMBNAIL, request, response);
    }

    private void file(String campaign, String entry, @Nullable Long waitFor, WorkDownload.Form form,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        freshness.awaitProjection(ShowcaseProjection.NAME, waitFor);
        String digest = query.file(rules.rules(campaign), entry).orElseThrow(Refused::notFound);
        download.answer(digest, form, KEPT, request, response);
    }
}
