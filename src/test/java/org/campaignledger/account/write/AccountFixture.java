package org.campaignledger.account.write;

import static org.hamcrest.CoreMatchers.any;
import static org.hamcrest.CoreMatchers.startsWith;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.messaging.LedgerCorrelation;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.security.PasswordHash;
import org.junit.jupiter.api.BeforeEach;

/** One account's aggregate between given events and a command, without a store. */
abstract class AccountFixture {

    static final PasswordHash HASH = new PasswordHash("$argon2id$…");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Actor ADMIN = new Actor("admin", Role.ADMIN, null, null);
    static final Actor REPORTER = new Actor("fj", Role.REPORTER, "FJ", null);
    static final AccountOpened FJ = new AccountOpened("fj", Role.REPORTER, "FJ", null, "admin");
    static final AccountOpened BERT = new AccountOpened("bert", Role.ADMIN, null, null, "admin");
    static final List<AdminAccount> THREE_ADMINS = List.of(new AdminAccount("admin", 0),
            new AdminAccount("bert", 0), new AdminAccount("checker", 4));

    final StubLookup lookup = new StubLookup();
    AggregateTestFixture<AccountAggregate> fixture;

    @BeforeEach
    void fixture() {
        fixture = new AggregateTestFixture<>(AccountAggregate.class);
        fixture.registerInjectableResource(new Deciding(new NoCampaigns(), () -> Instant.EPOCH));
        fixture.registerInjectableResource(lookup);
        fixture.registerCommandHandlerInterceptor((work, chain) -> {
            work.registerCorrelationDataProvider(new LedgerCorrelation());
            return chain.proceed();
        });
    }

    static Map<String, String> by(Actor actor) {
        return ActorMetadata.write(actor);
    }

    static void refused(ResultValidator<AccountAggregate> result, String code) {
        result.expectNoEvents().expectException(any(Refused.class))
                .expectExceptionMessage(startsWith(code));
    }

    static final class StubLookup implements AccountLookup {

        List<AdminAccount> admins = List.of();

        @Override
        public List<AdminAccount> enabledAdmins() {
            return admins;
        }

        @Override
        public Refused nameTaken(String username) {
            return Refused.duplicate("username", new Refused.Existing(username, 1, null));
        }
    }

    private static final class NoCampaigns implements CampaignRulesSource {

        @Override
        public CampaignRules rules(String campaign) {
            throw Refused.notFound();
        }

        @Override
        public void forget(String campaign) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> campaigns() {
            return List.of();
        }
    }
}
