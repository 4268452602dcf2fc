package org.campaignledger.exchange.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.refusal.RequestLanguage;
import org.campaignledger.platform.works.Multipart;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A sheet from a page's form, with or without scripts: the same door as for programs, and then the page of the import
 * instead of a document. A double click is harmless: the same file's rows are recorded once.
 */
@Controller
class ImportUploadController {

    private final ImportDoor door;

    ImportUploadController(ImportDoor door) {
        this.door = door;
    }

    /**
     * Takes the file.
     *
     * @param mode {@code dry}, {@code good} (rows) or {@code whole}
     */
    @PostMapping(path = "/c/{campaign}/imports/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(@PathVariable String campaign, @PathVariable String kind,
            @RequestParam(defaultValue = "dry") String mode, HttpServletRequest request) throws IOException {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST);
        ImportDoor.Wanted wanted = new ImportDoor.Wanted(campaign, kind, mode.equals("dry"), mode.equals("whole"),
                actor, RequestLanguage.of(request), null);
        try {
            door.mayBegin(wanted);
            ImportDoor.Begun begun = Multipart.read(request, door.maxBytes(), file -> door.begin(wanted, file));
            return "redirect:/c/" + campaign + "/imports/" + begun.id();
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_FOUND || refused.kind() == Refused.Kind.FORBIDDEN) {
                throw refused;
            }
            return "redirect:/c/" + campaign + "/imports?kind=" + kind + "&wrong=" + refused.code();
        }
    }
}
