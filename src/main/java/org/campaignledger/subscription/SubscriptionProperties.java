package org.campaignledger.subscription;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How subscriptions are watched and sent.
 *
 * @param allowPrivateAddresses whether webhooks may go to addresses that are not of the public internet, and without
 *                              TLS: for a receiver in one's own network, and for tests
 * @param perAccount            subscriptions of an account that have not ended; more are refused
 * @param checkEvery            how often each is looked at
 * @param sendEvery             how long the sender rests when nothing is due
 * @param attempts              after so many that failed a delivery is given up
 * @param firstPause            after the first attempt that failed
 * @param longestPause          after any
 * @param timeout               for a whole attempt, from connecting to the answer's status
 * @param secretOverlap         how long the secret before still signs, after a new one was made
 * @param mail                  e-mail; the SMTP server is configured by {@code spring.mail.*}
 */
@ConfigurationProperties("ledger.subscriptions")
public record SubscriptionProperties(
        @DefaultValue("false") boolean allowPrivateAddresses, @DefaultValue("20") int perAccount,
        @DefaultValue("60s") Duration checkEvery, @DefaultValue("2s") Duration sendEvery,
        @DefaultValue("8") int attempts, @DefaultValue("10s") Duration firstPause,
        @DefaultValue("6h") Duration longestPause, @DefaultValue("10s") Duration timeout,
        @DefaultValue("24h") Duration secretOverlap, @DefaultValue Mail mail) {

    /**
     * E-mail.
     *
     * @param enabled whether there is any; otherwise nothing is ever connected to
     * @param from    the sender's address
     * @param linksTo where this ledger is reached from outside, such as {@code https://ledger.example.org}: links for
     *                confirming and ending lead there
     * @param confirmationsPerDay addresses that an account may have asked within a day; more are refused
     */
    public record Mail(
            @DefaultValue("false") boolean enabled, @DefaultValue("") String from, @DefaultValue("") String linksTo,
            @DefaultValue("10") int confirmationsPerDay) {

        /** Whether mails can be sent: switched on, with a sender and a place for links. */
        public boolean works() {
            return enabled && !from.isBlank() && !linksTo.isBlank();
        }
    }
}
