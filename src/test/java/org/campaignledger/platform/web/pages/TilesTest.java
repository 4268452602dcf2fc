package org.campaignledger.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.platform.web.refusal.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A tile says how far its unit is, and stands where it is looked for. */
class TilesTest {

    private static final Pattern REGION = Pattern.compile("code: (\\w+),.*kind: REGION");
    private static final Pattern PLACE = Pattern.compile("\\[data-unit=\"(\\w+)\"] \\{ grid-area: (\\d+ / \\d+); }");

    @ParameterizedTest
    @CsvSource({"0,100,1", "24,100,1", "25,100,2", "49,100,2", "50,100,3", "75,100,4", "99,100,4", "100,100,5",
            "140,100,5", "-3,100,1"})
    void aStepIsAQuarterAndTheFifthIsTheQuotaItself(long actual, long quota, int step) {
        assertThat(Tiles.step(actual, quota)).isEqualTo(step);
    }

    @Test
    void aTileSaysWhatIsMissing() {
        Balance balance = Balance.of(JsonMapper.shared().valueToTree(SampleCampaign.PROGRESS));
        List<Tiles.Tile> tiles = new Tiles(Language.ZH, PageTexts.in(Language.ZH),
                new Figures(Language.ZH, PageTexts.in(Language.ZH))).of(SampleCampaign.FACE, balance);
        assertThat(tiles).extracting(Tiles.Tile::name, Tiles.Tile::step, Tiles.Tile::number)
                .containsExactly(tuple("福建", 3, "39"),
                        tuple("其他产业", 5, "完成"));
        assertThat(tiles.getFirst().label()).isEqualTo("福建省：完成 61 场，配额 100 场，还差 39 场");
    }

    @Test
    void everyRegionOfTheShippedCampaignHasAPlaceOfItsOwn() throws IOException {
        Map<String, String> places = new HashMap<>();
        Matcher place = PLACE.matcher(Files.readString(PageFiles.RESOURCES.resolve("static/css/tilemap.css")));
        while (place.find()) {
            places.put(place.group(1), place.group(2));
        }
        Matcher region = REGION.matcher(Files.readString(PageFiles.RESOURCES.resolve("campaigns/2019.yaml")));
        int regions = 0;
        for (; region.find(); regions++) {
            assertThat(places).containsKey(region.group(1));
        }
        assertThat(regions).isEqualTo(31);
        assertThat(places.values()).doesNotHaveDuplicates();
    }
}
