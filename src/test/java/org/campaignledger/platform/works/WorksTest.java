package org.campaignledger.platform.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeVideo;
import org.campaignledger.platform.works.store.FullDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class WorksTest {

    private static final byte[] VIDEO = MadeVideo.lasting("t", 2000).bytes();
    private static final byte[] PICTURE = MadePicture.jpeg("t", 640, 400, 1);

    @TempDir
    Path folder;

    private WorksFixture all;

    @BeforeEach
    void open() {
        all = new WorksFixture(folder);
    }

    @AfterEach
    void close() {
        all.close();
    }

    private Refused refusalOf(byte[] bytes) {
        return catchThrowableOfType(Refused.class, () -> all.receives(bytes, "fj"));
    }

    @Test
    void whatIsTakenInIsFoundByItsDigest() throws IOException {
        WorkFacts facts = all.receives(VIDEO, "fj");
        assertThat(all.works.find(facts.sha256())).contains(facts);
        assertThat(facts.durationMillis()).isEqualTo(2000);
        assertThat(all.works.isUploadedBy(facts.sha256(), "fj")).isTrue();
        assertThat(all.works.isUploadedBy(facts.sha256(), "gd")).isFalse();
    }

    @Test
    void theSameBytesGiveTheSameAnswerWhoeverSendsThem() throws IOException {
        WorkFacts first = all.receives(VIDEO, "fj");
        assertThat(all.receives(VIDEO, "gd")).isEqualTo(first);
        assertThat(all.works.isUploadedBy(first.sha256(), "fj")).isTrue();
        assertThat(all.works.isUploadedBy(first.sha256(), "gd")).isTrue();
        assertThat(all.files()).hasSize(1);
    }

    @Test
    void manyAtOnceWithTheSameBytesMakeOneWork() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            var answers = many.invokeAll(IntStream.range(0, 12)
                    .<Callable<WorkFacts>>mapToObj(i -> () -> all.receives(VIDEO, "fj")).toList());
            WorkFacts first = answers.getFirst().get();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
        assertThat(all.files()).hasSize(1);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() throws IOException {
        assertThat(refusalOf(new byte[0]).code()).isEqualTo("media-empty");
        assertThat(refusalOf("<html>".getBytes()).code()).isEqualTo("media-not-taken");
        assertThat(refusalOf(new byte[(int) WorksFixture.LIMIT + 1]).code()).isEqualTo("too-large");
        assertThat(all.files()).isEmpty();
        assertThat(all.database.number("select count(*) from work")).isZero();
    }

    @Test
    void aFullDiskIsToldAsSuchAndLeavesNothingBehind() throws IOException {
        try (WorksFixture full = new WorksFixture(folder, FullDisk.receiving(folder.resolve("incoming"), 1000))) {
            Refused refused = catchThrowableOfType(Refused.class, () -> full.receives(VIDEO, "fj"));
            assertThat(refused.code()).isEqualTo("no-room");
            assertThat(refused.kind()).isEqualTo(Refused.Kind.UNAVAILABLE);
            assertThat(full.files()).isEmpty();
            assertThat(full.database.number("select count(*) from work")).isZero();
        }
    }

    @Test
    void erasingLeavesTheDigestAlone() throws IOException {
        WorkFacts facts = all.receives(PICTURE, "fj");
        all.copies.of(facts, 1, PublicCopies.Size.THUMBNAIL);
        assertThat(all.files()).hasSize(2);
        all.works.erase(facts.sha256());
        assertThat(all.files()).isEmpty();
        assertThat(all.works.find(facts.sha256())).isEmpty();
        assertThat(all.works.isUploadedBy(facts.sha256(), "fj")).isFalse();
        assertThat(all.database.texts("select digest || coalesce(facts::text, '') || uploaded_by from work"))
                .containsExactly(facts.sha256());
        all.works.erase(facts.sha256());
        all.works.erase("0".repeat(64));
    }

    @Test
    void copiesOfWhatAnotherInstanceErasedAreSweptAndOthersStay() throws IOException {
        WorkFacts erased = all.receives(PICTURE, "fj");
        WorkFacts other = all.receives(MadePicture.png("o", 64, 64, 2), "fj");
        Path copy = all.copies.of(erased, 1, PublicCopies.Size.THUMBNAIL);
        Path stays = all.copies.of(other, 1, PublicCopies.Size.THUMBNAIL);
        all.table.erase(erased.sha256(), all.now);
        sweep(new StaticListableBeanFactory());
        assertThat(copy).doesNotExist();
        assertThat(stays).exists();
    }

    @Test
    void whatWasErasedCanBeSentAgain() throws IOException {
        WorkFacts facts = all.receives(VIDEO, "fj");
        all.works.erase(facts.sha256());
        assertThat(all.receives(VIDEO, "gd")).isEqualTo(facts);
        assertThat(all.works.find(facts.sha256())).contains(facts);
    }

    @Test
    void whatNothingRefersToIsForgottenAfterADay() throws IOException {
        WorkFacts referred = all.receives(VIDEO, "fj");
        WorkFacts left = all.receives(PICTURE, "fj");
        all.passes(Duration.ofHours(23));
        sweepReferringTo(referred.sha256());
        assertThat(all.works.find(left.sha256())).isPresent();
        all.passes(Duration.ofHours(2));
        sweepReferringTo(referred.sha256());
        assertThat(all.works.find(left.sha256())).isEmpty();
        assertThat(all.works.find(referred.sha256())).isPresent();
        assertThat(all.files()).hasSize(1);
    }

    @Test
    void whatSomebodyIsAboutToReferToIsKeptForAnotherDay() throws IOException {
        WorkFacts facts = all.receives(VIDEO, "fj");
        all.passes(Duration.ofHours(23));
        assertThat(all.works.claim(facts.sha256())).contains(facts);
        all.passes(Duration.ofHours(23));
        sweepReferringTo("nothing");
        assertThat(all.works.find(facts.sha256())).isPresent();
        assertThat(all.works.claim("0".repeat(64))).isEmpty();
    }

    @Test
    void whereNobodySaysWhatTheyReferToNothingIsForgotten() throws IOException {
        WorkFacts facts = all.receives(VIDEO, "fj");
        all.passes(Duration.ofDays(30));
        sweep(new StaticListableBeanFactory());
        assertThat(all.works.find(facts.sha256())).isPresent();
    }

    @Test
    void bytesOfAnUploadThatWasBrokenOffBeforeItsRowAreForgottenToo() throws IOException {
        WorkFacts facts = all.receives(VIDEO, "fj");
        all.works.erase(facts.sha256());
        all.table.announce(facts.sha256(), all.now);
        try (var receiving = new ByteArrayInputStream(VIDEO)) {
            all.store.keep(new org.campaignledger.platform.works.store.Receiving(folder.resolve("incoming"))
                    .receive(receiving, WorksFixture.LIMIT));
        }
        assertThat(all.files()).hasSize(1);
        all.passes(Duration.ofHours(25));
        sweep(new StaticListableBeanFactory());
        assertThat(all.files()).isEmpty();
    }

    @Test
    void whatWasErasedAndComesBackWithItsVolumeIsDestroyedAgain() throws IOException {
        WorkFacts gone = all.receives(VIDEO, "fj");
        Path place = all.files().getFirst();
        WorkFacts stays = all.receives(PICTURE, "fj");
        all.works.erase(gone.sha256());
        Files.write(place, VIDEO);
        sweepReferringTo(stays.sha256());
        assertThat(place).doesNotExist();
        assertThat(all.works.find(stays.sha256())).isPresent();
        assertThat(all.files()).hasSize(1);
    }

    private void sweepReferringTo(String sha256) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("one", (WorkReferences) Set.of(sha256)::contains);
        beans.addBean("other", (WorkReferences) asked -> false);
        sweep(beans);
    }

    private void sweep(StaticListableBeanFactory beans) {
        new UnreferredWorksAreForgotten(all.works, all.table, all.copies, beans.getBeanProvider(WorkReferences.class),
                () -> all.now).forget();
    }

    @Test
    void aKeyAnswersOnceAndIsForTheSameBytes() throws IOException {
        Works.Received first = under("k", VIDEO);
        assertThat(first.isAgain()).isFalse();
        assertThat(under("k", VIDEO).isAgain()).isTrue();
        assertThat(under("k", VIDEO).facts()).isEqualTo(first.facts());
        Refused other = catchThrowableOfType(Refused.class, () -> under("k", PICTURE));
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(all.files()).hasSize(1);
        all.passes(Duration.ofDays(91));
        sweep(new StaticListableBeanFactory());
        assertThat(under("k", PICTURE).isAgain()).isFalse();
    }

    private Works.Received under(String key, byte[] bytes) throws IOException {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return all.works.receive(in, "fj", key);
        }
    }
}
