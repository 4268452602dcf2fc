package org.campaignledger.platform.ops;

import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.stereotype.Component;

/**
 * Whatever somebody lets the actuator show of the configuration: nothing that is secret, nor the line with which the
 * program was started, where secrets may stand as well.
 */
@Component
class SecretsAreNotShown implements SanitizingFunction {

    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(key|secret|passw|token|credential|sun[._]java[._]command|java_tool_options).*");

    @Override
    public SanitizableData apply(SanitizableData data) {
        return SECRET.matcher(data.getKey()).matches() ? data.withSanitizedValue() : data;
    }
}
