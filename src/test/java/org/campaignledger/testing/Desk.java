package org.campaignledger.testing;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where someone sits and works: what they may try to do in the test's campaign. */
public final class Desk {

    private final LedgerServer server;
    private final Ledger ledger;
    private final @Nullable String account;
    private final @Nullable String unit;
    private final String password;
    private final List<String> headers;

    Desk(LedgerServer server, Ledger ledger, @Nullable String account, @Nullable String unit) {
        this(server, ledger, account, unit, LedgerServer.PASSWORD, List.of());
    }

    private Desk(LedgerServer server, Ledger ledger, @Nullable String account, @Nullable String unit, String password,
            List<String> headers) {
        this.server = server;
        this.ledger = ledger;
        this.account = account;
        this.unit = unit;
        this.password = password;
        this.headers = headers;
    }

    /** The same with another password. */
    public Desk withPassword(String other) {
        return new Desk(server, ledger, account, unit, other, headers);
    }

    /** The same, sending a further header. */
    public Desk sending(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Desk(server, ledger, account, unit, password, List.copyOf(more));
    }

    /** The same, asking for an answer in this language. */
    public Desk speaking(String language) {
        return sending("Accept-Language", language);
    }

    /** Records a grass-roots union. */
    public Sentence mobilizes(Form union) {
        return sentence("mobilizations", union);
    }

    /** Records a propagandist. */
    public Sentence recruits(Form person) {
        return sentence("propagandists", person);
    }

    /** Records an enterprise visit or an offline event. */
    public Sentence holds(Form event) {
        return sentence("events", event);
    }

    /** Records reach. */
    public Sentence reports(Form reach) {
        return sentence("reach-reports", reach);
    }

    /** Fills in a form of this kind, named as its register. */
    public Sentence sentence(String kind, Form form) {
        return new Sentence(this, path(kind), unit == null || form.has("unit") ? form : form.with("unit", unit));
    }

    /** Opens a phase. */
    public Answer opens(String phase) {
        return posts(path("phases/" + phase + "/open"));
    }

    /** Closes a phase. */
    public Answer closes(String phase) {
        return posts(path("phases/" + phase + "/close"));
    }

    /** Has a phase end later. */
    public Answer extendsPhase(String phase, String until) {
        return posts(path("phases/" + phase + "/extend"), new Form().with("until", until));
    }

    /** Opens a sub-unit. */
    public Answer opensSubUnit(String of, String code, String name) {
        return posts(path("units/" + of + "/sub-units"), new Form().with("code", code).with("name", name));
    }

    /** Closes the campaign. */
    public Answer closesTheCampaign() {
        return posts(path("close"), new Form().with("reason", "活动总结完毕"));
    }

    /** Destroys the data of the person who stands under this subject. */
    public Answer erases(String subject, String reason) {
        return posts("/api/v1/personal-data/" + subject + "/erase", new Form().with("reason", reason));
    }

    /** Has the data of the person shown who stands under this subject. */
    public Answer reveals(String subject, String reason) {
        return posts("/api/v1/personal-data/" + subject + "/reveal", new Form().with("reason", reason));
    }

    /** Asks for a correction. */
    public Answer asksFor(CorrectionForm correction) {
        return posts("/api/v1/corrections", correction.json());
    }

    /** Sees what a correction would do. */
    public Answer previews(CorrectionForm correction) {
        return posts("/api/v1/corrections/preview", correction.json());
    }

    /** Looks at a correction. */
    public Answer reviews(Answer correction) {
        return gets("/api/v1/corrections/" + correction.id()).isShown();
    }

    /** Approves a correction as it stands when it is looked at. */
    public Answer approves(Answer correction) {
        return approves(correction, reviews(correction).at("/reviewedVersion").longValue());
    }

    /** Approves a correction of which this version was seen. */
    public Answer approves(Answer correction, long reviewedVersion) {
        return posts("/api/v1/corrections/" + correction.id() + "/approve",
                new Form().with("reviewedVersion", reviewedVersion));
    }

    /** Rejects a correction. */
    public Answer rejects(Answer correction) {
        return posts("/api/v1/corrections/" + correction.id() + "/reject",
                new Form().with("reviewedVersion", 1).with("reason", "情况属实,不予更正"));
    }

    /** Withdraws a correction. */
    public Answer withdraws(Answer correction) {
        return posts("/api/v1/corrections/" + correction.id() + "/withdraw");
    }

    /** Asks for something of the campaign, such as {@code progress?unit=FJ}. */
    public Answer reads(String what) {
        return gets(path(what));
    }

    /** Asks for any path. */
    public Answer gets(String path) {
        return server.send(request(path).GET().build());
    }

    /** Asks on the port for whoever runs the service. */
    public Answer watches(String path) {
        return server.send(request(server.watched(path)).GET().build());
    }

    /** Sends nothing. */
    public Answer posts(String path) {
        return tries("POST", path);
    }

    /** Sends a form. */
    public Answer posts(String path, Form form) {
        return posts(path, form.json());
    }

    /** Puts a form in its place. */
    public Answer puts(String path, Form form) {
        return server.send(request(path).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(form.json().toString().getBytes(StandardCharsets.UTF_8))).build());
    }

    /** Sends a tree. */
    public Answer posts(String path, JsonNode tree) {
        return sends(path, "application/json", tree.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a text of this media type as it is. */
    public Answer sends(String path, String mediaType, String body) {
        return sends(path, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the fields of a page's form, as a browser without scripts does: names and values in turn. */
    public Answer fills(String path, String... namesAndValues) {
        StringJoiner fields = new StringJoiner("&");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return sends(path, "application/x-www-form-urlencoded", fields.toString());
    }

    /** Sends bytes of this media type as they are. */
    public Answer sends(String path, String mediaType, byte[] body) {
        return server.send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Sends a file, as the one part of a form. */
    public Answer uploads(String path, byte[] file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"work\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return sends(path, "multipart/form-data; boundary=part", form.toByteArray());
    }

    /** Sends a request of any method without a body. */
    public Answer tries(String method, String path) {
        return server.send(request(path).method(method, BodyPublishers.noBody()).build());
    }

    /** Looks on at the campaign's progress. */
    public Onlooking looksOn(String query) {
        return Onlooking.at(server, request(path("progress/stream" + query)).build());
    }

    /** The path of something in the test's campaign. */
    public String path(String what) {
        return "/api/v1/campaigns/" + ledger.campaign() + (what.isEmpty() ? "" : "/" + what);
    }

    private HttpRequest.Builder request(String path) {
        return request(server.uri(path));
    }

    private HttpRequest.Builder request(URI at) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(Duration.ofSeconds(30));
        if (account != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }
}
