package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** Templates say what is wanted, offer what can be chosen, and come in as they are. */
@AtTheDoor
class TemplatesTest {

    private final Desk fujian;

    TemplatesTest(Ledger ledger) {
        this.fujian = ledger.withAnotherCampaign().as("fj");
    }

    @Test
    void aTemplateOffersWhatCanBeChosenAndSaysWhatIsToBeWritten() throws IOException {
        byte[] book = fujian.gets("/api/v1/imports/templates/entries.xlsx?campaign=2019-1").isShown().bytes();
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(book)).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(),
                        StandardCharsets.UTF_8));
            }
        }
        String sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
        assertThat(sheet.split("<dataValidation ", -1)).as("lists for category, unit and kind of submitter")
                .hasSize(1 + 3);
        assertThat(sheet).contains("type=\"list\"");
        String comments = parts.entrySet().stream().filter(part -> part.getKey().contains("comments"))
                .map(part -> HtmlUtils.htmlUnescape(part.getValue())).collect(Collectors.joining());
        assertThat(comments).contains("填报单位或下级单位的代码或全称", "FJ 福建", "类别的代码或全称", "activity ");
        assertThat(comments.split("<comment ", -1)).as("one comment at a heading").hasSize(1 + 4);
    }

    @Test
    void aTemplateCanBeFilledInAndSent() {
        for (String kind : List.of("mobilizations", "propagandists", "events", "reach-reports", "entries")) {
            assertThat(fujian.gets("/api/v1/imports/templates/" + kind + ".xlsx?campaign=2019-1").isShown().bytes())
                    .startsWith('P', 'K');
            byte[] heading = fujian.gets("/api/v1/imports/templates/" + kind + ".csv").isShown().bytes();
            Importing.of(fujian, kind, heading).isRefusedFor("no-rows");
        }
        Importing.of(fujian, "events", fujian.gets("/api/v1/imports/templates/events.xlsx").bytes())
                .isRefusedFor("no-rows");
        fujian.gets("/api/v1/imports/templates/events.doc").isRefusedWith(404, "not-found");
    }
}
