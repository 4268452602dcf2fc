package org.campaignledger;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.campaignledger.exchange.ExchangeCommands;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.platform.personaldata.BackupKeysCommand;
import org.campaignledger.platform.personaldata.RestoreKeysCommand;
import org.campaignledger.seal.SealCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The campaign ledger: one jar, started as a service or with the name of one of its commands. */
@SpringBootApplication(excludeName = "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration")
@EnableScheduling
public class CampaignLedger {

    /** Starts the service, or runs the command that is named first. */
    public static void main(String[] args) {
        callNobody();
        OptionalInt exitCode = commands().run(args);
        if (exitCode.isPresent()) {
            System.exit(exitCode.getAsInt());
        }
        SpringApplication.run(CampaignLedger.class, args);
    }

    /** The jar's other commands. */
    public static CommandLines commands() {
        List<Supplier<? extends Callable<Integer>>> all = new ArrayList<>(SealCommands.all());
        all.addAll(ExchangeCommands.all());
        all.add(BackupKeysCommand::new);
        all.add(RestoreKeysCommand::new);
        return new CommandLines(all);
    }

    /** Axon's update checker calls home and writes into the user's home folder; it reads these before Spring starts. */
    static void callNobody() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }
}
