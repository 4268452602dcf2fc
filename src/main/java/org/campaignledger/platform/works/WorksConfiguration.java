package org.campaignledger.platform.works;

import java.nio.file.Path;
import org.campaignledger.platform.postgres.DataDirectory;
import org.campaignledger.platform.processing.InstanceId;
import org.campaignledger.platform.works.store.FolderWorkStore;
import org.campaignledger.platform.works.store.Receiving;
import org.campaignledger.platform.works.store.S3Settings;
import org.campaignledger.platform.works.store.S3WorkStore;
import org.campaignledger.platform.works.store.WorkStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the store together that is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorksProperties.class)
class WorksConfiguration {

    @Bean
    Receiving workReceiving(DataDirectory data, WorksProperties properties) {
        Path shared = properties.folder();
        // Beside the works, so that keeping one is a rename; of this instance alone, which sweeps it when it starts.
        return new Receiving(shared == null
                ? folder(data).resolve("incoming")
                : shared.resolve("incoming").resolve(InstanceId.of(data.root())));
    }

    @Bean
    WorkStore workStore(DataDirectory data, WorksProperties properties, Receiving receiving) {
        if (properties.store() == WorksProperties.Kind.FOLDER) {
            Path shared = properties.folder();
            return new FolderWorkStore(shared == null ? folder(data) : shared);
        }
        S3Settings s3 = properties.s3();
        if (s3 == null) {
            throw new IllegalStateException("ledger.works.store=s3 needs ledger.works.s3.bucket");
        }
        return new S3WorkStore(s3, receiving);
    }

    @Bean
    PublicCopies publicCopies(DataDirectory data, WorkStore store) {
        return new PublicCopies(folder(data).resolve("copies"), store);
    }

    private static Path folder(DataDirectory data) {
        return data.folder("works");
    }
}
