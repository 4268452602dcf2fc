package org.campaignledger.platform.eventstore;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Axon Server that the environment names: {@code AXON_SERVER_ADDRESS} (host:port of its gRPC door), and where they
 * are needed {@code AXON_SERVER_CONTEXT} and {@code AXON_SERVER_TOKEN}. Tests leave their events there; each begins a
 * ledger of its own behind those of others.
 */
public final class TestAxonServer {

    private static final String ADDRESS = "AXON_SERVER_ADDRESS";

    private TestAxonServer() {}

    /** Its address, if the environment names one. */
    public static Optional<String> address() {
        return variable(ADDRESS);
    }

    /** The context for tests. */
    public static String context() {
        return variable("AXON_SERVER_CONTEXT").orElse("default");
    }

    /** What lets tests in, if it asks for something. */
    public static Optional<String> token() {
        return variable("AXON_SERVER_TOKEN");
    }

    private static Optional<String> variable(String name) {
        @Nullable
        String value = System.getenv(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** A connection to its context at this address; its factory ends with it. */
    static AxonServerConnection connect(String address) {
        int colon = address.lastIndexOf(':');
        var builder = AxonServerConnectionFactory.forClient("ledger-tests")
                .routingServers(new ServerAddress(address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1))));
        token().ifPresent(builder::token);
        return builder.build().connect(context());
    }

    /** Skips, loudly, what needs an Axon Server where the environment names none. */
    public static final class IsNeeded implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (address().isPresent()) {
                return ConditionEvaluationResult.enabled("Axon Server at " + address().orElseThrow());
            }
            if (context.getTestMethod().isEmpty()) {
                System.out.printf("""
                    ****************************************************************************************
                    ** SKIPPED: %s
                    ** The engine on Axon Server was NOT tested: %s (host:port) is not set.
                    ****************************************************************************************
                    """, context.getDisplayName(), ADDRESS);
            }
            return ConditionEvaluationResult.disabled(ADDRESS
                    + " is not set: the engine on Axon Server was not tested");
        }
    }
}
