package org.campaignledger.platform.web.pages.home;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;

import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.RecordWords;

/**
 * Who looks at what, and how it is put to them.
 *
 * @param actor    whoever is signed in
 * @param face     the campaign
 * @param today    the date in its zone
 * @param contract asked with the rights of who looks
 * @param words    of the campaign in the language of who looks
 */
record Looker(Actor actor, CampaignFace face, LocalDate today, Contract contract, RecordWords words) {

    /** Asks something of the campaign, such as {@code progress?unit=FJ}; a refusal is an answer too. */
    ContractAnswer ofCampaign(String what) {
        return contract.ask("/api/v1/campaigns/" + face.id() + what);
    }

    /** Asks something of the whole ledger. */
    ContractAnswer ofLedger(String what) {
        return contract.ask("/api/v1" + what);
    }

    /** A page of the campaign. */
    String page(String path) {
        return "/c/" + face.id() + path;
    }

    /** A sentence with its places filled. */
    String say(String key, Object... places) {
        return new MessageFormat(words.texts().get(key), Locale.ROOT).format(places);
    }

    /** A figure with all its digits. */
    String figure(long figure) {
        return words.figures().exact(figure);
    }

    /** The unit, sub-unit or category of who looks; empty where the role has none. */
    String scope() {
        String scope = actor.scope();
        return scope == null ? "" : scope;
    }

    /** Something that matters as {@code tone} tells where there is any, and is clear where there is none. */
    Item item(String key, Item.Tone tone, Tally tally, String detail, String href) {
        if (!tally.known()) {
            return new Item(key, Item.Tone.UNKNOWN, RecordWords.NONE, say("home.unknown"), href);
        }
        boolean none = tally.count() == 0 && !tally.more();
        return new Item(key, none ? Item.Tone.CLEAR : tone, figure(tally.count()) + (tally.more() ? "+" : ""),
                none ? "" : detail, href);
    }

    /** When a phase begins, or that it is not open, as a sentence; empty while it is open. */
    String notBefore(String phase) {
        if (face.isOpen(phase)) {
            return "";
        }
        return face.phases().stream().filter(one -> one.id().equals(phase)).findFirst()
                .map(one -> say(today.isBefore(one.from()) ? "home.phase.from" : "home.phase.shut",
                        one.name().in(words.language()), one.from().toString()))
                .orElse("");
    }
}
