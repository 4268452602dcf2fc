package org.campaignledger.platform.web.pages;

import org.campaignledger.platform.web.contract.Contract;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Where the pages take the small lines of all units from. */
@FunctionalInterface
interface SeasonLines {

    /**
     * The season of a metric by unit and week, as {@code GET /campaigns/{c}/progress/sparklines} answers it.
     *
     * @param position as of this position; absent for the head
     */
    JsonNode of(String campaign, String metric, @Nullable Long position);

    /** From the contract itself. */
    @Component
    class FromTheContract implements SeasonLines {

        private final Contract contract;

        FromTheContract(Contract contract) {
            this.contract = contract;
        }

        @Override
        public JsonNode of(String campaign, String metric, @Nullable Long position) {
            return contract.ask("/api/v1/campaigns/" + campaign + "/progress/sparklines?metric=" + metric
                    + (position == null ? "" : "&position=" + position)).body();
        }
    }
}
