package org.campaignledger.platform.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for {@code localhost} that signs itself, as PEM files.
 *
 * @param certificate what a client trusts
 * @param key         what the server alone has
 */
record TestCertificate(Path certificate, Path key) {

    private static final String PASSWORD = "of-a-test";

    /** Makes one with the JDK's own tool. */
    static TestCertificate in(Path folder, String name) throws IOException, InterruptedException,
            GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                .toString(), "-genkeypair", "-alias", "a", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD))
                .redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile()).start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve(name + ".log")));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Path certificate = pem(folder.resolve(name + ".crt"), "CERTIFICATE", keys.getCertificate("a").getEncoded());
        Path key = pem(folder.resolve(name + ".key"), "PRIVATE KEY", keys.getKey("a", PASSWORD.toCharArray())
                .getEncoded());
        return new TestCertificate(certificate, key);
    }

    private static Path pem(Path file, String what, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }
}
