package org.campaignledger.propagandist.read.propagandists;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Role;
import org.campaignledger.platform.personaldata.MaskedPerson;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.records.RecordRegister;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterQuery;
import org.campaignledger.platform.web.door.CurrentActor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register as a list and record by record, within the caller's scope. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/propagandists")
class PropagandistRegisterEndpoint implements RecordRegister {

    private final RegisterProjection register;
    private final RegisterQuery query;
    private final PersonalDataVault vault;

    PropagandistRegisterEndpoint(@Qualifier("propagandistRegisterProjection") RegisterProjection register,
            RegisterQuery query, PersonalDataVault vault) {
        this.register = register;
        this.query = query;
        this.vault = vault;
    }

    @Override
    public String kind() {
        return PropagandistRegister.NAME;
    }

    @Override
    @GetMapping
    public ResponseEntity<RegisterPage> page(@PathVariable String campaign, RegisterParameters parameters) {
        return query.page(register, campaign, parameters, this::withPersons);
    }

    @Override
    @GetMapping("/{id}")
    public ResponseEntity<Map<String, Object>> one(@PathVariable String campaign, @PathVariable String id,
            RegisterParameters parameters) {
        return query.one(register, campaign, id, parameters, this::withPersons);
    }

    /**
     * Rule 24: the reporter of the same unit sees who they are; an admin or auditor sees them masked, and may reveal
     * them by their subject; who was erased is shown as erased to all.
     */
    private List<Map<String, Object>> withPersons(List<Map<String, Object>> items) {
        Map<String, String> ciphertexts = new HashMap<>();
        items.forEach(item -> ciphertexts.put(text(item, "subject"), text(item, "person")));
        Map<String, Map<String, String>> opened = vault.openAll(ciphertexts);
        boolean entitled = CurrentActor.get().role() == Role.REPORTER;
        return items.stream().map(item -> {
            Map<String, Object> shown = new LinkedHashMap<>(item);
            Map<String, String> person = opened.get(text(item, "subject"));
            shown.put("person", person == null || entitled ? person : MaskedPerson.of(person));
            shown.put("masked", person != null && !entitled);
            shown.put("erased", person == null);
            return shown;
        }).toList();
    }

    private static String text(Map<String, Object> item, String name) {
        return String.valueOf(item.get(name));
    }
}
