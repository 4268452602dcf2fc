package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.campaignledger.CampaignLedger;
import org.campaignledger.entry.automation.WhenAPersonIsErasedTheirWorksGo;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.works.Works;
import org.campaignledger.platform.works.WorksComeBack;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeVideo;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An archive holds digests of works alone: their files are put back beside it, and taken in again if they are what the
 * events name (docs/decisions/0021).
 */
class WorksComeBackAfterARestoreTest {

    private static final byte[] VIDEO = MadeVideo.lasting("原样归来", 2_000).bytes();
    private static final byte[] PHOTO = MadePicture.jpeg("海边", 640, 480, 7);
    private static final byte[] TAMPERED = MadeVideo.lasting("被换掉的", 2_000).bytes();
    private static final byte[] ERASED = MadeVideo.lasting("随人而去", 2_000).bytes();
    private static final byte[] DOCUMENT = MadePicture.png("通知", 320, 240, 3);

    @TempDir
    private Path folder;

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private String campaign = "";
    private Path archive;
    private Answer video;
    private Answer photo;
    private Answer tampered;
    private Answer erased;
    private Answer measure;
    private Answer last;

    private static String uploaded(Desk desk, byte[] file) {
        Answer answer = desk.uploads(desk.path("works"), file);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.at("/sha256").stringValue();
    }

    private static Answer submits(Desk desk, String category, byte[] file) {
        return desk.sentence("entries", new Form().with("category", category).with("submitter.kind", "INDIVIDUAL")
                .with("submitter.name", "皇甫测试").with("submitter.phone", "13800000051").with("title", "我的作品")
                .with("work", uploaded(desk, file))).asItIs().isRecorded();
    }

    /** A season with five files, one of them erased since the copy of its files was made. */
    @BeforeEach
    void aSeasonIsExported() throws IOException {
        Path data = folder.resolve("first");
        try (OwnLedger own = OwnLedger.beginning(TestPostgres.freshDatabase(), data)) {
            Ledger ledger = own.ledger();
            campaign = ledger.campaign();
            Desk fujian = ledger.as("fj");
            video = submits(fujian, "video", VIDEO);
            photo = submits(fujian, "photo", PHOTO);
            tampered = submits(fujian, "recital", TAMPERED);
            erased = submits(fujian, "video", ERASED);
            measure = fujian.posts(fujian.path("measures"), new Form().with("unit", "FJ")
                    .with("requirement", "LEADERSHIP").with("title", "成立领导小组").with("on", "2019-05-20")
                    .with("document", uploaded(fujian, DOCUMENT))).isRecorded();
            copied(data.resolve("works"), folder.resolve("volume"));
            String subject = fujian.gets(erased.location() + "?waitFor=" + erased.position()).at("/subject")
                    .stringValue();
            last = ledger.asAdmin().erases(subject, "本人要求").isDone();
            fujian.gets(erased.location() + "?waitFor=" + last.position()).isShown();
            ledger.bean(WhenAPersonIsErasedTheirWorksGo.class).look();
            SealedLog log = ledger.bean(SealedLog.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> log.size() >= last.position());
            archive = folder.resolve("season.ledger.zip");
            try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                ledger.bean(ArchiveWriter.class).write(last.position(), out);
                Files.write(archive, out.toByteArray());
            }
        }
    }

    private static void copied(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path there = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(one, there);
                }
            }
        }
    }

    private void restored(Path data) throws IOException {
        copied(folder.resolve("first").resolve("keys"), data.resolve("keys"));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int code = CampaignLedger.commands().writingTo(out, out).run("restore", archive.toString(), "--data-dir",
                data.toString(), "--spring.datasource.url=" + database.url(), "--spring.datasource.username="
                        + database.user(),
                "--spring.datasource.password=" + database.password()).orElseThrow();
        assertThat(code).as(said.toString()).isZero();
    }

    private static Path place(Path works, byte[] file) throws IOException {
        try (Stream<Path> all = Files.walk(works)) {
            return all.filter(Files::isRegularFile).filter(one -> {
                try {
                    return java.util.Arrays.equals(Files.readAllBytes(one), file);
                } catch (IOException unreadable) {
                    throw new AssertionError(unreadable);
                }
            }).findFirst().orElseThrow();
        }
    }

    private static byte[] workOf(Ledger ledger, Answer entry) {
        return ledger.asAdmin().gets("/api/v1/entries/" + entry.id() + "/work").bytes();
    }

    private static double figure(Ledger ledger, String name) {
        return ledger.bean(MeterRegistry.class).get(name).gauge().value();
    }

    private void looksOnceEverythingIsRead(Ledger ledger) {
        ledger.asAdmin().gets(erased.location() + "?waitFor=" + last.position()).isShown();
        ledger.asAdmin().gets(measure.location() + "?waitFor=" + last.position()).isShown();
        ledger.bean(WorksComeBack.class).look();
    }

    @Test
    void filesAreServedAgainIfTheyAreTheirDigestsAndNobodyWasErasedWithThem() throws IOException {
        Path data = folder.resolve("second");
        restored(data);
        try (OwnLedger without = OwnLedger.goingOn(database, data, campaign)) {
            looksOnceEverythingIsRead(without.ledger());
            assertThat(figure(without.ledger(), "ledger.works.missing")).isEqualTo(4);
            without.ledger().asAdmin().gets("/api/v1/entries/" + video.id() + "/work").isRefusedWith(404, "not-found");
        }
        Path volume = folder.resolve("volume");
        Path erasedPlace = volume.relativize(place(volume, ERASED));
        byte[] other = TAMPERED.clone();
        other[other.length - 1] ^= 1;
        Files.write(place(volume, TAMPERED), other);
        deleted(data.resolve("works"));
        copied(volume, data.resolve("works"));
        try (OwnLedger with = OwnLedger.goingOn(database, data, campaign)) {
            Ledger ledger = with.ledger();
            looksOnceEverythingIsRead(ledger);
            assertThat(workOf(ledger, video)).isEqualTo(VIDEO);
            assertThat(workOf(ledger, photo)).isEqualTo(PHOTO);
            assertThat(ledger.asAdmin().gets("/api/v1/entries/" + photo.id() + "/thumbnail")
                    .header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(ledger.asAdmin().gets(measure.location() + "/document").bytes()).isEqualTo(DOCUMENT);
            whatTheEventsSayOfThemIsKnown(ledger);
            ledger.asAdmin().gets("/api/v1/entries/" + tampered.id() + "/work").isRefusedWith(404, "not-found");
            assertThat(figure(ledger, "ledger.works.refused")).isEqualTo(1);
            ledger.asAdmin().gets("/api/v1/entries/" + erased.id() + "/work").isRefusedWith(404, "not-found");
            assertThat(data.resolve("works").resolve(erasedPlace)).doesNotExist();
            assertThat(figure(ledger, "ledger.works.missing")).isZero();
        }
    }

    private void whatTheEventsSayOfThemIsKnown(Ledger ledger) {
        String sha256 = ledger.asAdmin().gets(video.location()).at("/work/sha256").stringValue();
        assertThat(ledger.bean(Works.class).isUploadedBy(sha256, "fj")).isTrue();
        assertThat(ledger.bean(Works.class).isUploadedBy(sha256, "admin")).isFalse();
        assertThat(ledger.bean(JdbcClient.class).sql("""
            select uploaded_at = (select recorded_at from entry_register where id = ? and valid_to is null)
            from work where digest = ?""").params(List.of(video.id(), sha256)).query(Boolean.class).single()).isTrue();
    }

    private static void deleted(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
