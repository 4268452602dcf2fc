package org.campaignledger.privacy;

import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.person;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import tools.jackson.databind.JsonNode;

/** People whom the reporter of Fujian has recorded, for tests of what becomes of their data. */
abstract class APersonInTheLedger {

    static final String REASON = "本人书面申请、见第 12 号工单";

    final Ledger ledger;
    final Desk fujian;
    final Desk admin;
    final Desk auditor;

    APersonInTheLedger(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
        this.admin = ledger.asAdmin();
        this.auditor = ledger.asAuditor();
    }

    Answer recruited(String name, String phone) {
        return fujian.recruits(person(name).phone(phone)).on("2019-06-01").isRecorded();
    }

    Answer recruited(String name) {
        return recruited(name, aPhone());
    }

    static JsonNode shownTo(Desk desk, Answer recruited, long position) {
        return desk.gets(recruited.location() + "?waitFor=" + position).isShown().json();
    }

    String subjectOf(Answer recruited) {
        return shownTo(admin, recruited, recruited.position()).get("subject").stringValue();
    }

    long keysOf(String subject) {
        return ledger.database().sql("select count(*) from person_key where subject = ?").param(subject)
                .query(Long.class).single();
    }
}
