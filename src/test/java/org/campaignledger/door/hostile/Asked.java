package org.campaignledger.door.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * A request before it is sent.
 *
 * @param operation what it is a request of, as its description names it
 * @param what      what is wrong with it, in words
 * @param account   whoever asks; absent for nobody
 * @param method    of HTTP, or what is sent in its place
 * @param target    path and query, byte for byte (ISO 8859-1)
 * @param headers   names and values in turn, byte for byte (ISO 8859-1)
 * @param body      absent for none
 * @param broken    whether its very framing is wrong, so that the line may be cut without an answer
 */
record Asked(String operation, String what, @Nullable String account, String method, String target,
        List<String> headers, byte @Nullable [] body, boolean broken) {

    private static final int SHOWN = 1_500;

    Asked with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        for (int i = 0; i < more.size(); i += 2) {
            if (more.get(i).equalsIgnoreCase(header)) {
                more.set(i + 1, value);
                return withHeaders(more);
            }
        }
        more.add(header);
        more.add(value);
        return withHeaders(more);
    }

    private Asked withHeaders(List<String> others) {
        return new Asked(operation, what, account, method, target, List.copyOf(others), body, broken);
    }

    Asked because(String reason) {
        return new Asked(operation, reason, account, method, target, headers, body, broken);
    }

    Asked to(String otherMethod, String otherTarget) {
        return new Asked(operation, what, account, otherMethod, otherTarget, headers, body, broken);
    }

    Asked sending(byte @Nullable [] other) {
        return new Asked(operation, what, account, method, target, headers, other, broken);
    }

    Asked brokenly() {
        return new Asked(operation, what, account, method, target, headers, body, true);
    }

    /** As it goes over the wire. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (absent("Host")) {
            head.append("Host: localhost\r\n");
        }
        if (account != null && absent("Authorization")) {
            head.append("Authorization: Basic ").append(Base64.getEncoder().encodeToString((account + ":" + Ledger
                    .password()).getBytes(StandardCharsets.UTF_8))).append("\r\n");
        }
        for (int i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        byte[] content = body;
        if (absent("Content-Length") && absent("Transfer-Encoding") && (content != null || method.equals("POST"))) {
            head.append("Content-Length: ").append(content == null ? 0 : content.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (content != null) {
            all.writeBytes(content);
        }
        return all.toByteArray();
    }

    private boolean absent(String header) {
        for (int i = 0; i < headers.size(); i += 2) {
            if (headers.get(i).equalsIgnoreCase(header)) {
                return false;
            }
        }
        return true;
    }

    /** A line for a shell that sends the same, as far as a line can. */
    String curl() {
        StringBuilder line = new StringBuilder("curl --path-as-is -X ").append(quoted(method));
        if (account != null) {
            line.append(" -u ").append(account).append(":PASSWORD");
        }
        for (int i = 0; i < headers.size(); i += 2) {
            line.append(" -H ").append(quoted(headers.get(i) + ": " + headers.get(i + 1)));
        }
        byte[] content = body;
        if (content != null) {
            line.append(" --data-binary ").append(quoted(new String(content, StandardCharsets.ISO_8859_1)));
        }
        return line.append(" ").append(quoted("http://localhost:8080" + target)).toString();
    }

    /** In the shell's own notation for bytes, and not the whole of what is huge. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("$'");
        for (char c : text.substring(0, Math.min(SHOWN, text.length())).toCharArray()) {
            if (c == '\'' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 32 || c > 126) {
                out.append("\\x%02x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append(text.length() > SHOWN ? "'… (" + text.length() + " bytes)" : "'").toString();
    }
}
