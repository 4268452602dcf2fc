package org.campaignledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CampaignLedger {

    public static void main(String[] args) {
        SpringApplication.run(CampaignLedger.class, args);
    }
}
