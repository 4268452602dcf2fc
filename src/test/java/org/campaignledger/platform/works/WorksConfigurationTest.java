package org.campaignledger.platform.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.campaignledger.platform.postgres.DataDirectory;
import org.campaignledger.platform.works.store.FolderWorkStore;
import org.campaignledger.platform.works.store.S3WorkStore;
import org.campaignledger.platform.works.store.WorkStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WorksConfigurationTest {

    @TempDir
    Path folder;

    private ApplicationContextRunner ledger() {
        return new ApplicationContextRunner().withUserConfiguration(WorksConfiguration.class)
                .withBean(DataDirectory.class, () -> DataDirectory.open(folder));
    }

    @Test
    void worksAreKeptInTheDataFolderUnlessSaidOtherwise() {
        ledger().run(context -> {
            assertThat(context.getBean(WorkStore.class)).isInstanceOf(FolderWorkStore.class);
            assertThat(context.getBean(WorksProperties.class).maxBytes()).isEqualTo(200L << 20);
            assertThat(folder.resolve("works").resolve("incoming")).isDirectory();
        });
    }

    @Test
    void severalInstancesMayShareAFolderAndKeepTheirUploadsApart() {
        Path shared = folder.resolve("shared");
        ledger().withPropertyValues("ledger.works.folder=" + shared).run(context -> {
            assertThat(context.getBean(WorkStore.class)).isInstanceOf(FolderWorkStore.class);
            String instance = Files.readString(folder.resolve("instance.id")).strip();
            assertThat(shared.resolve("incoming").resolve(instance)).isDirectory();
            assertThat(folder.resolve("works").resolve("incoming")).doesNotExist();
        });
    }

    @Test
    void anObjectStoreIsUsedWhereOneIsNamed() {
        ledger().withPropertyValues("ledger.works.store=s3", "ledger.works.max-bytes=1000",
                "ledger.works.s3.endpoint=http://localhost:1", "ledger.works.s3.bucket=b",
                "ledger.works.s3.access-key=a", "ledger.works.s3.secret-key=s", "ledger.works.s3.path-style=true")
                .run(context -> {
                    assertThat(context.getBean(WorkStore.class)).isInstanceOf(S3WorkStore.class);
                    assertThat(context.getBean(WorksProperties.class).maxBytes()).isEqualTo(1000);
                });
    }

    @Test
    void anObjectStoreWithoutWhatItNeedsKeepsTheLedgerFromStarting() {
        ledger().withPropertyValues("ledger.works.store=s3").run(context -> assertThat(context).hasFailed()
                .getFailure().hasStackTraceContaining("ledger.works.s3.bucket"));
    }
}
