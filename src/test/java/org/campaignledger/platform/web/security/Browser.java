package org.campaignledger.platform.web.security;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps cookies and sends forms, as a browser would. */
final class Browser {

    static final String SESSION = "LEDGERSESSION";
    static final String TOKEN = "XSRF-TOKEN";

    final Map<String, String> cookies = new TreeMap<>();
    private final RunningDoor door;

    Browser(RunningDoor door) {
        this.door = door;
    }

    static Browser signedIn(RunningDoor door, String username) {
        Browser browser = new Browser(door);
        browser.signIn(username, RunningDoor.PASSWORD);
        browser.get("/desk");
        return browser;
    }

    HttpResponse<String> signIn(String username, String password, String... headers) {
        return post("/login", Map.of("username", username, "password", password), headers);
    }

    HttpResponse<String> get(String path) {
        return send(door.to(path).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        HttpRequest.Builder request = door.to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(),
                                StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        request.header("User-Agent", "Mozilla/5.0");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "="
                    + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = door.send(request);
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String name = cookie.substring(0, cookie.indexOf('='));
            String value = cookie.substring(name.length() + 1, (cookie + ";").indexOf(';'));
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
        return response;
    }
}
