package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.records.RecordRegister;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages of records and corrections have in common: campaigns, registers, the clock, data for scripts. */
@Component
public class DeskData {

    private final CampaignSource campaigns;
    private final List<RecordRegister> registers;
    private final LedgerClock clock;
    private final JsonMapper json;

    DeskData(CampaignSource campaigns, List<RecordRegister> registers, LedgerClock clock, JsonMapper json) {
        this.campaigns = campaigns;
        this.registers = registers;
        this.clock = clock;
        this.json = json;
    }

    /** The campaign of this id; without one the page of what is not there. */
    public CampaignFace campaign(String id) {
        return find(id).orElseThrow(PageDoor::notFound);
    }

    /** The campaign of this id, if it is open. */
    public Optional<CampaignFace> find(@Nullable String id) {
        return campaigns.campaigns().stream().filter(face -> face.id().equals(id)).findFirst();
    }

    RecordRegister register(RecordKind kind) {
        return register(kind.path());
    }

    /** The register of this path name; without one the page of what is not there. */
    public RecordRegister register(String kind) {
        return registers.stream().filter(register -> register.kind().equals(kind)).findFirst()
                .orElseThrow(PageDoor::notFound);
    }

    /** The clock of the ledger: what today is. */
    public LedgerClock clock() {
        return clock;
    }

    /** Anything as the contract's JSON. */
    public JsonNode tree(@Nullable Object answer) {
        return json.valueToTree(Objects.requireNonNull(answer));
    }

    /** What the scripts of a page start from: language, campaign, the days that can be typed, their texts, and more. */
    public String forScripts(@Nullable CampaignFace face, Language language, Map<String, ?> more) {
        return forScripts(face, language, more, "desk", "check", "problem", "record");
    }

    /**
     * The same with other texts.
     *
     * @param groups of texts, by the beginning of their keys after {@code js.}
     */
    public String forScripts(@Nullable CampaignFace face, Language language, Map<String, ?> more, String... groups) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(more);
        data.put("language", language.locale().getLanguage());
        if (face != null) {
            LocalDate today = face.dateOf(clock.now());
            data.put("campaign", face.id());
            data.put("from", face.from());
            data.put("to", today.isBefore(face.to()) ? today : face.to());
        }
        data.put("texts", PageTexts.in(language).forScripts(groups));
        return ScriptData.write(json, data);
    }
}
