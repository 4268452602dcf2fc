package org.campaignledger.kernel;

/**
 * What is known of one person, as an event holds it: encrypted with that person's own key (rule 23).
 *
 * @param subject    the person: under this id the key is kept, and can be destroyed
 * @param ciphertext base64
 */
public record PersonalData(String subject, String ciphertext) {}
