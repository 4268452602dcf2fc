package org.campaignledger.platform.records;

import java.util.Map;

import org.springframework.http.ResponseEntity;

/**
 * The register of one kind of record as its endpoint answers it, within the scope of whoever is signed in; so that pages
 * show exactly what the door shows, personal data masked as there.
 */
public interface RecordRegister {

    /** Its path name, such as {@code events}. */
    String kind();

    /**
     * A page of it.
     *
     * @throws org.campaignledger.kernel.Refused 403, 404, 422
     */
    ResponseEntity<RegisterPage> page(String campaign, RegisterParameters parameters);

    /**
     * A page of those records that have these values in fields of their own kind; kinds without such a filter give all.
     *
     * @param fields what to look for, by field name, such as {@code category}
     * @throws org.campaignledger.kernel.Refused 403, 404, 422
     */
    default ResponseEntity<RegisterPage> page(String campaign, Map<String, String> fields,
            RegisterParameters parameters) {
        return page(campaign, parameters);
    }

    /**
     * One record with its whole life.
     *
     * @throws org.campaignledger.kernel.Refused 403, 404, 422
     */
    ResponseEntity<Map<String, Object>> one(String campaign, String id, RegisterParameters parameters);
}
