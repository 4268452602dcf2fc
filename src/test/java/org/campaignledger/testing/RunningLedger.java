package org.campaignledger.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test class a {@link Ledger}: all of them the one ledger that runs for the whole test process, each a
 * campaign of its own in it, so that none disturbs another, whatever their order.
 */
final class RunningLedger implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RunningLedger.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Ledger.class;
    }

    @Override
    public Ledger resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        // Closed by JUnit when the last test is done, before the process and its database end.
        LedgerServer server = store.computeIfAbsent(LedgerServer.class, key -> LedgerServer.start(),
                LedgerServer.class);
        return store.computeIfAbsent(context.getRequiredTestClass(), key -> Ledger.withACampaignOfItsOwn(server),
                Ledger.class);
    }
}
