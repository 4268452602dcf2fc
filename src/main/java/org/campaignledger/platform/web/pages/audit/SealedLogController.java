package org.campaignledger.platform.web.pages.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sealed log in words: how far it goes, who has signed it, and how anybody verifies it. */
@Controller
class SealedLogController {

    private final DeskData desk;
    private final Contract contract;

    SealedLogController(DeskData desk, Contract contract) {
        this.desk = desk;
        this.contract = contract;
    }

    /** The page, for everyone. There is one log for all campaigns. */
    @GetMapping("/c/{campaign}/sealed-log")
    String log(@PathVariable String campaign, Locale locale, HttpServletRequest request, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        RecordWords words = new RecordWords(face, language);
        // The checkpoint first: the ledger only grows, so that nothing can seem to be sealed that is not yet there.
        String text = contract.text("/log/checkpoint").orElse("");
        long head = Objects.requireNonNullElse(contract.ask("/api/v1/campaigns").position(), 0L);
        Optional<SignedNote> note = SignedNote.of(text);
        String told = contract.text("/log/witnesses").orElse("");
        model.addAttribute("page", new SealedLogPage(face.id(), note.map(it -> checkpoint(it, text, words)).orElse(
                null), words.figures().exact(head), Math.max(0, head - note.map(SignedNote::size).orElse(0L)),
                SignedNote.Key.all(contract.text("/log/key").orElse("")), told.lines().findFirst().orElse("")
                        .replaceFirst("^quorum ", ""),
                witnesses(told, note, words),
                List.of(Role.AUDITOR, Role.ADMIN).contains(CurrentActor.get().role()),
                EventController.service(request), desk.forScripts(face, language, Map.of(), "audit", "problem")));
        return "audit/sealed-log";
    }

    private static SealedLogPage.Checkpoint checkpoint(SignedNote note, String text, RecordWords words) {
        return new SealedLogPage.Checkpoint(note.origin(), words.figures().exact(note.size()), note.root(),
                note.signatures().stream().filter(line -> line.at() == null).toList(), text);
    }

    private static List<SealedLogPage.Witness> witnesses(String told, Optional<SignedNote> note, RecordWords words) {
        return SignedNote.Key.all(told).stream().map(key -> new SealedLogPage.Witness(key.name(), key.vkey(),
                note.stream().flatMap(it -> it.signatures().stream())
                        .filter(line -> line.name().equals(key.name()) && line.id().equals(key.id()))
                        .map(SignedNote.Line::at).filter(Objects::nonNull).findFirst()
                        .map(at -> words.time(Objects.requireNonNull(at))).orElse("")))
                .toList();
    }
}
