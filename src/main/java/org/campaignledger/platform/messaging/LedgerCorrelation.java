package org.campaignledger.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.springframework.stereotype.Component;

/** What every ledger event carries of the command that caused it: who, in which request, on which campaign version. */
@Component
public class LedgerCorrelation implements CorrelationDataProvider {

    private static final Set<String> HANDED_ON = Set.of(MetadataKeys.ACCOUNT, MetadataKeys.ROLE, MetadataKeys.SCOPE,
            MetadataKeys.UNIT, MetadataKeys.CORRELATION, MetadataKeys.IDEMPOTENCY_KEY);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        HANDED_ON.forEach(key -> {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        });
        data.put(MetadataKeys.CAUSATION, message.getIdentifier());
        data.putIfAbsent(MetadataKeys.CORRELATION, message.getIdentifier());
        AppendContext.ifAny().flatMap(AppendContext::campaignVersion)
                .ifPresent(version -> data.put(MetadataKeys.CAMPAIGN_VERSION, version.toString()));
        return data;
    }
}
