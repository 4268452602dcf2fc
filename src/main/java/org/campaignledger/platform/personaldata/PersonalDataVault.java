package org.campaignledger.platform.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts what is known of a person with a key of that person's own (AES-256-GCM), and reads it again for whoever is
 * entitled. Who destroys the key has erased the person, wherever copies of the ciphertext may be.
 */
@Component
public class PersonalDataVault {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final LedgerKeys keys;
    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper mapper = JsonMapper.shared();

    /** A vault with these keys over this database's person keys. */
    public PersonalDataVault(LedgerKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /**
     * A person's data, encrypted, with the wrapped key that must be kept in the same append.
     *
     * @param subject    the person's id
     * @param ciphertext base64
     * @param wrappedKey the person's key under the master key
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record SealedPerson(String subject, String ciphertext, byte[] wrappedKey) {}

    /** Encrypts a person's data under a new key of their own. */
    public SealedPerson seal(String subject, Map<String, String> data) {
        byte[] key = new byte[LedgerKeys.KEY_BYTES];
        random.nextBytes(key);
        byte[] encrypted = new AesGcm(key).encrypt(mapper.writeValueAsBytes(data),
                subject.getBytes(StandardCharsets.UTF_8));
        return new SealedPerson(subject, Base64.getEncoder().encodeToString(encrypted), keys.wrap(subject, key));
    }

    /** Encrypts further data of a person under the key that is theirs already; empty if the person was erased. */
    public Optional<String> sealAgain(String subject, Map<String, ? extends @Nullable String> data) {
        byte[] wrapped = wrappedKeys(List.of(subject)).get(subject);
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            byte[] encrypted = new AesGcm(keys.unwrap(subject, wrapped)).encrypt(mapper.writeValueAsBytes(data),
                    subject.getBytes(StandardCharsets.UTF_8));
            return Optional.of(Base64.getEncoder().encodeToString(encrypted));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("the key of " + subject + " does not open", wrong);
        }
    }

    /** A person's data, or empty if the person was erased. */
    public Optional<Map<String, String>> open(String subject, String ciphertext) {
        return Optional.ofNullable(openAll(Map.of(subject, ciphertext)).get(subject));
    }

    /** Data of many people by subject; who was erased is not in it. */
    public Map<String, Map<String, String>> openAll(Map<String, String> ciphertextBySubject) {
        Map<String, byte[]> wrapped = wrappedKeys(ciphertextBySubject.keySet());
        Map<String, Map<String, String>> opened = new HashMap<>();
        wrapped.forEach((subject, key) -> {
            String ciphertext = ciphertextBySubject.get(subject);
            if (ciphertext != null) {
                opened.put(subject, decrypt(subject, key, ciphertext));
            }
        });
        return opened;
    }

    private Map<String, byte[]> wrappedKeys(Collection<String> subjects) {
        Map<String, byte[]> found = new HashMap<>();
        if (!subjects.isEmpty()) {
            jdbc.sql("select subject, wrapped from person_key where subject in (:subjects)")
                    .param("subjects", subjects)
                    .query(row -> {
                        found.put(row.getString(1), row.getBytes(2));
                    });
        }
        return found;
    }

    private Map<String, String> decrypt(String subject, byte[] wrapped, String ciphertext) {
        try {
            byte[] clear = new AesGcm(keys.unwrap(subject, wrapped)).decrypt(
                    Base64.getDecoder().decode(ciphertext), subject.getBytes(StandardCharsets.UTF_8));
            return mapper.readValue(clear, TEXTS);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("the personal data of " + subject + " do not open with their key", wrong);
        }
    }
}
