package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Sheets speak both languages, and name every column and constant in each. */
@AtTheDoor
class SheetTextsTest {

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(SheetTexts.all(Language.ZH).stringPropertyNames())
                .isEqualTo(SheetTexts.all(Language.EN).stringPropertyNames()).isNotEmpty();
        SheetTexts.all(Language.ZH).values().forEach(text -> assertThat(text.toString()).isNotBlank());
        SheetTexts.all(Language.EN).values().forEach(text -> assertThat(text.toString()).isNotBlank());
    }

    @Test
    void everyColumnAndConstantHasAName(Ledger ledger) {
        for (String kind : List.of("mobilizations", "propagandists", "events", "reach-reports", "entries")) {
            Importable importable = ledger.bean(ImportRunning.class).importable(kind).orElseThrow();
            for (Language language : Language.values()) {
                for (SheetColumn column : importable.columns()) {
                    assertThat(SheetTexts.label(language, importable.kind(), column.field()))
                            .as(importable.kind() + "." + column.field()).isNotEqualTo(column.field());
                    column.choices().forEach(choice -> assertThat(SheetTexts.constant(language, column.field(), choice))
                            .as(column.field() + "." + choice).isNotEqualTo(choice));
                }
            }
        }
    }
}
