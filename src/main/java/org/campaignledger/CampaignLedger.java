package org.campaignledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The campaign ledger: one jar, started as a service or with the name of one of its commands. */
@SpringBootApplication(excludeName = "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration")
@EnableScheduling
public class CampaignLedger {

    /** Starts the service. */
    public static void main(String[] args) {
        callNobody();
        SpringApplication.run(CampaignLedger.class, args);
    }

    /** Axon's update checker calls home and writes into the user's home folder; it reads these before Spring starts. */
    static void callNobody() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }
}
