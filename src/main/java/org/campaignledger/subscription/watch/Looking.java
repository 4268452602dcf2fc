package org.campaignledger.subscription.watch;

import java.time.Instant;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.subscription.store.Subscription;
import tools.jackson.databind.JsonNode;

/**
 * One look: whose, with whose rights, at what moment.
 *
 * @param subscription whose
 * @param contract     asked with the rights of its account
 * @param actor        the account
 * @param now          the ledger's time
 */
record Looking(Subscription subscription, Contract contract, Actor actor, Instant now) {

    /** The path of something of the campaign. */
    String path(String what) {
        return "/api/v1/campaigns/" + subscription.campaign() + "/" + what;
    }

    /**
     * What the contract answers.
     *
     * @throws NotAnswered it does not, this time
     */
    ContractAnswer ask(String path) {
        ContractAnswer answer = contract.ask(path);
        if (!answer.isGranted()) {
            throw new NotAnswered(path, answer);
        }
        return answer;
    }

    /** The same, where its body is all that matters. */
    JsonNode get(String path) {
        return ask(path).body();
    }

    /** The contract did not answer: this look ends, and is made again when it is its turn. */
    static final class NotAnswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAnswered(String path, ContractAnswer answer) {
            super(answer.status() + " " + answer.code() + " to " + path, null, false, false);
        }
    }
}
