package org.campaignledger.trail.read;

import java.time.Duration;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /attachments/{sha256}}: what an event names by digest, byte for byte, to be saved and not to be shown. */
@RestController
class AttachmentEndpoint {

    /** What has a digest never changes; but it is for these accounts alone. */
    private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Attachments attachments;
    private final Freshness freshness;

    AttachmentEndpoint(Attachments attachments, Freshness freshness) {
        this.attachments = attachments;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/attachments/{sha256}")
    ResponseEntity<byte[]> attachment(@PathVariable String sha256,
            @RequestParam(required = false) @Nullable Long waitFor) {
        CurrentActor.require(Role.AUDITOR, Role.ADMIN);
        long head = freshness.awaitHead(waitFor);
        Attachment found = attachments.find(sha256).orElseThrow(Refused::notFound);
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(head)).cacheControl(FOR_GOOD)
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(sha256).build().toString())
                .body(found.bytes());
    }
}
