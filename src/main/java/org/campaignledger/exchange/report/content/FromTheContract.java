package org.campaignledger.exchange.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import tools.jackson.databind.JsonNode;

/** Questions to the contract about one campaign at one position, with the rights of who asks for the report. */
final class FromTheContract {

    private final Contract contract;
    private final String root;
    private final String moment;
    private final long position;

    FromTheContract(Contract contract, Asked asked) {
        this.contract = contract;
        this.root = "/api/v1/campaigns/" + asked.campaign();
        this.position = asked.position();
        this.moment = "position=" + asked.position() + (asked.on() == null ? "" : "&on=" + asked.on());
    }

    /** The definition and what became of it. */
    JsonNode campaign() {
        return granted(contract.ask(root));
    }

    /** A query as of the moment, such as {@code /progress?}. */
    JsonNode at(String query) {
        return granted(contract.ask(root + query + moment));
    }

    /** All items of a register as of the moment, newest first. */
    List<JsonNode> register(String query) {
        return pages(root + query + moment + "&limit=500");
    }

    /** All events of a type up to the position, oldest first. */
    List<JsonNode> events(String type, String filter) {
        return pages(root + "/trail/changes?from=0&to=" + position + "&type=" + type + filter + "&limit=500");
    }

    /** How many events of each type there are up to the position. */
    JsonNode byType(String filter) {
        return granted(contract.ask(root + "/trail/changes?from=0&to=" + position + filter + "&limit=1"))
                .path("byType");
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = granted(contract.ask(path));
        page.path("items").forEach(items::add);
        while (page.has("next")) {
            page = granted(contract.ask(path + "&after=" + page.path("next").asString()));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    private JsonNode granted(ContractAnswer answer) {
        if (answer.isGranted()) {
            return answer.body();
        }
        throw switch (answer.status()) {
            case 404 -> Refused.notFound();
            case 503 -> Refused.of(Refused.Kind.UNAVAILABLE, "not-fresh-yet", Map.of("position", position));
            default -> new IllegalStateException("the contract refused the report " + answer.code());
        };
    }
}
