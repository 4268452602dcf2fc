package org.campaignledger.door;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.campaignledger.testing.AnIssuer;

/** Somebody's browser between the ledger and its issuer: it keeps cookies and goes wherever it is sent. */
final class SsoVisitor {

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager(null,
            CookiePolicy.ACCEPT_ALL)).followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final String root;
    private final String issuer;
    private HttpResponse<String> last;

    /**
     * A browser.
     *
     * @param root   address of the ledger
     * @param issuer address of the issuer
     */
    SsoVisitor(String root, String issuer) {
        this.root = root;
        this.issuer = issuer;
    }

    /** What it was answered last. */
    HttpResponse<String> last() {
        return last;
    }

    /** Opens an address; answers the one at which it ends. */
    String opens(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").GET().build());
    }

    /** The way there, the form there, and the way back; the address at which it ends. */
    String signsInAs(String person) {
        opens(root + "/login/oidc/start");
        String form = "username=" + person + "&password=" + URLEncoder.encode(AnIssuer.PASSWORD,
                StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(issuer + "/login")).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    private String send(HttpRequest request) {
        try {
            last = http.send(request, HttpResponse.BodyHandlers.ofString());
            return last.uri().toString().replace(root, "");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
