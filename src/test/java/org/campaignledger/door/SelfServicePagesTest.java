package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** The pages on which anyone submits a work and follows it. */
@AtTheDoor
class SelfServicePagesTest {

    private final Ledger ledger;
    private final String root;

    SelfServicePagesTest(Ledger shared) {
        this.ledger = shared.withCampaign(form -> form.with("/categories/2/selfService", true));
        this.root = "/c/" + ledger.campaign();
    }

    private String page(String path, String language) {
        String html = ledger.asNobody().gets(root + path + "?lang=" + language).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=");
        return html;
    }

    @Test
    void aCategoryIsSubmittedToHereOrOnThePlatformsOfItsHosts() {
        ledger.asAdmin().opens("MOBILISE").isDone();
        assertThat(page("/submit", "zh")).contains(root + "/submit/photo\"", "天津市总工会", "津工E家")
                .doesNotContain(root + "/submit/video");
        assertThat(page("/submit", "en")).contains("Submit on the platforms of the hosts");
    }

    @Test
    void theRulesStandBeforeTheForm() {
        ledger.asAdmin().opens("MOBILISE").isDone();
        String html = page("/submit/photo", "zh");
        assertThat(html).contains("须为原创", "accept", "id=\"submit-form\"");
        assertThat(html.indexOf("须为原创")).isLessThan(html.indexOf("type=\"file\""));
        assertThat(page("/submit/photo", "en")).contains("Workers and unions may submit.");
    }

    @Test
    void whereNothingIsCollectedThereIsNoForm() {
        assertThat(page("/submit/photo", "zh")).contains("现在不在征集期").doesNotContain("submit-form\"");
    }

    @Test
    void aCategoryThatIsClosedToThePublicHasNoForm() {
        assertThat(ledger.asNobody().gets(root + "/submit/video").status()).isEqualTo(404);
        assertThat(ledger.asNobody().gets(root + "/submit/none").status()).isEqualTo(404);
        assertThat(ledger.asNobody().gets("/c/none/submit").status()).isEqualTo(404);
    }

    @Test
    void aReceiptIsAskedForWithoutBeingSentInAnAddress() {
        assertThat(page("/receipt", "zh")).contains("回执码").doesNotContain("method=\"get\"");
        assertThat(page("/receipt", "en")).contains("Receipt code");
    }
}
