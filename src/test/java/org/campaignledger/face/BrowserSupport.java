package org.campaignledger.face;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts browser and demo once for the whole test process, and sees after each test whether a page had troubles. */
final class BrowserSupport implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserSupport.class);
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.place().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is here");
        }
        if (!SAID.getAndSet(true)) {
            System.err.println("""

                *********************************************************************************
                *  SKIPPED: all tests of the pages in a browser, since there is no Chromium.    *
                *  `.ci/browser` installs it from the system's packages, or set CHROMIUM.       *
                *********************************************************************************
                """);
        }
        return ConditionEvaluationResult.disabled("no Chromium on this machine");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Face.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return face(context);
    }

    private static Face face(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Face.class, key -> Face.begin(), Face.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        face(context).everyoneLeaves(context.getExecutionException().isPresent());
    }
}
