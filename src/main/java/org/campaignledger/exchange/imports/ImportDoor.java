package org.campaignledger.exchange.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.exchange.sheet.SheetFile.Format;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.personaldata.SealedFiles;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.works.store.Receiving;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes sheets in: encrypted as they come, bounded, and handed to a run. */
@Component
class ImportDoor {

    private final ImportRunning running;
    private final ImportFolder folder;
    private final ImportTable table;
    private final Imports imports;
    private final ImportFiles kept;
    private final SealedFiles files;
    private final CampaignRulesSource campaigns;
    private final LedgerClock clock;
    private final ImportProperties properties;

    ImportDoor(ImportRunning running, ImportFolder folder, ImportTable table, ImportFiles kept, Imports imports,
            SealedFiles files, CampaignRulesSource campaigns, LedgerClock clock, ImportProperties properties) {
        this.running = running;
        this.folder = folder;
        this.table = table;
        this.kept = kept;
        this.imports = imports;
        this.files = files;
        this.campaigns = campaigns;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * What is asked for.
     *
     * @param uploadScope the idempotency key in its scope; absent where none came
     */
    record Wanted(String campaign, String kind, boolean dryRun, boolean together, Actor actor, Language language,
            @Nullable String uploadScope) {}

    /**
     * The import.
     *
     * @param isAgain whether it was begun by an earlier request with the same key
     */
    record Begun(String id, boolean isAgain) {}

    long maxBytes() {
        return properties.maxBytes();
    }

    /**
     * What can be told before a byte is read.
     *
     * @throws Refused 403, 404, 429
     */
    void mayBegin(Wanted wanted) {
        Importable importable = running.importable(wanted.kind()).orElseThrow(Refused::notFound);
        campaigns.rules(wanted.campaign());
        if (!importable.roles().contains(wanted.actor().role())) {
            throw Refused.forbidden("wrong-role");
        }
        boolean known = wanted.uploadScope() != null && table.ofUpload(wanted.uploadScope()).isPresent();
        if (!known && table.running(wanted.actor().account()) >= properties.perAccount()) {
            throw Refused.of(Refused.Kind.TOO_MANY, "too-many-imports", Map.of("max", properties.perAccount()));
        }
    }

    /**
     * Takes the file and begins.
     *
     * @throws Refused     413, 415, 422
     * @throws IOException whoever sends it broke off, or the disk does not take it
     */
    Begun begin(Wanted wanted, InputStream sent) throws IOException {
        String id = RecordIds.next();
        byte[] key = files.newKey(ImportTable.Kept.UPLOAD.column() + id);
        boolean begun = false;
        try {
            String digest = receive(id, key, sent);
            Format format = format(id, key);
            ImportJob.Asked asked = new ImportJob.Asked(folder.home(), wanted.campaign(), wanted.kind(),
                    wanted.actor(), format, digest, wanted.dryRun(), wanted.together(), wanted.language());
            begun = kept.begin(id, asked, key, wanted.uploadScope(), clock.now(), folder.upload(id));
            if (!begun) {
                return before(wanted, asked);
            }
        } finally {
            if (!begun) {
                Files.deleteIfExists(folder.upload(id));
            }
        }
        imports.submit(table.find(id).orElseThrow());
        return new Begun(id, false);
    }

    private Begun before(Wanted wanted, ImportJob.Asked asked) {
        ImportJob job = Optional.ofNullable(wanted.uploadScope()).flatMap(table::ofUpload).orElseThrow();
        boolean same = job.asked().digest().equals(asked.digest()) && job.asked().dryRun() == asked.dryRun()
                && job.asked().together() == asked.together();
        if (!same) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "idempotency-key-reused");
        }
        return new Begun(job.id(), true);
    }

    private String receive(String id, byte[] key, InputStream sent) throws IOException {
        try (OutputStream out = files.writing(folder.upload(id), ImportTable.Kept.UPLOAD.column() + id, key)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Receiving.copy(sent, out, properties.maxBytes(), digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** What it is can be told at once; whether it is a good one, in its own time. */
    private Format format(String id, byte[] key) throws IOException {
        try (SeekableByteChannel file = files.reading(folder.upload(id), ImportTable.Kept.UPLOAD.column() + id, key)) {
            return Format.of(file).orElseThrow(() -> Refused.of(Refused.Kind.UNPROCESSABLE, "not-a-sheet"));
        }
    }

    /**
     * An empty sheet to be filled in.
     *
     * @throws Refused 404 there is no such register or campaign
     */
    byte[] template(String kind, String format, @Nullable String campaign, Language language) throws IOException {
        Importable importable = running.importable(kind).orElseThrow(Refused::notFound);
        ImportTemplate template = new ImportTemplate(importable, language,
                campaign == null ? null : campaigns.rules(campaign));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format.equals("csv")) {
            template.writeCsv(out);
        } else {
            template.writeXlsx(out);
        }
        return out.toByteArray();
    }
}
