package org.campaignledger.platform.web.pages.works;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes the file of a work where no script does: it streams through to the contract as it comes, and the form is shown
 * again with its digest. What else the form asks for is filled in afterwards.
 */
@Controller
class FileController {

    private static final String FORM = "file";

    private final Contract contract;

    FileController(Contract contract) {
        this.contract = contract;
    }

    /**
     * A file. Its parameters stand in the address: reading them from the body would read the file.
     *
     * @param key the idempotency key that the form was drawn with
     */
    @PostMapping("/c/{campaign}/works/new/file")
    @Nullable
    ResponseEntity<Void> take(@PathVariable String campaign, @RequestParam String key,
            @RequestParam(defaultValue = "") String category, HttpServletRequest request,
            HttpServletResponse response) throws ServletException, IOException {
        PageDoor.of(Role.REPORTER, Role.HOST);
        ContractAnswer answer = contract.pass("/api/v1/campaigns/" + campaign + "/works", key);
        String page = UriComponentsBuilder.fromPath("/c/{campaign}/works/new").queryParam("category", category)
                .encode().buildAndExpand(campaign).toUriString();
        if (answer.isGranted()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page + "&file=" + answer.body()
                    .path("sha256").asString(""))).build();
        }
        Forms.drawAgain(FORM, page, answer, request, response);
        return null;
    }
}
