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
     * One record with its whole life.
     *
     * @throws org.campaignledger.kernel.Refused 403, 404, 422
     */
    ResponseEntity<Map<String, Object>> one(String campaign, String id, RegisterParameters parameters);
}
