package org.campaignledger.platform.web.pages.admin;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.PageDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the machinery stands: projections, what was set aside, rebuilds, sealing. An AUDITOR reads along. */
@Controller
class OperationsController {

    private static final List<String> SENT = List.of("rebuild", "cancel", "retry");

    private final Contract contract;
    private final ObjectProvider<PrometheusMeterRegistry> metrics;

    OperationsController(Contract contract, ObjectProvider<PrometheusMeterRegistry> metrics) {
        this.contract = contract;
        this.metrics = metrics;
    }

    /** This instance's own, as whoever may see this page may read them on the port for it. */
    private String measurements() {
        PrometheusMeterRegistry registry = metrics.getIfAvailable();
        return registry == null ? "" : registry.scrape();
    }

    /**
     * The page; a script asks for it again and takes what has changed.
     *
     * @param sent what was done a moment ago, where that is no record
     */
    @GetMapping("/operations")
    String operations(@RequestParam(required = false) @Nullable String sent, Model model) {
        Actor actor = PageDoor.of(Role.ADMIN, Role.AUDITOR);
        String root = AdminPages.API + "/operations";
        boolean up = contract.ask("/actuator/health").body().path("status").asString("").equals("UP");
        model.addAttribute("view", OperationsView.of(contract.get(root + "/projections"),
                contract.get(root + "/dead-letters?limit=50"), up,
                Sealing.of(contract.text("/log/checkpoint").orElse(""), measurements())));
        model.addAttribute("runs", actor.role() == Role.ADMIN);
        model.addAttribute("sent", sent != null && SENT.contains(sent.replaceFirst("-.*", ""))
                ? sent.replaceFirst("-.*", "")
                : null);
        return "admin/operations";
    }
}
