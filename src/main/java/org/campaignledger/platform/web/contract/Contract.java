package org.campaignledger.platform.web.contract;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.campaignledger.platform.web.security.ContractDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the contract from inside a page's request, as the person who looks at the page: the same table at the door, the
 * same checks, the same answers as over the network. So a page can show nothing that the API would not, and a form
 * without scripts can do nothing that it would not.
 */
@Component
public class Contract {

    private static final byte[] NO_BODY = {};
    private static final List<String> AFTER_A_COMMAND = List.of("told", "asked", "sent");

    private final ObjectProvider<DispatcherServlet> dispatcher;
    private final JsonMapper json;
    private final RefusalWriter refusals;

    Contract(ObjectProvider<DispatcherServlet> dispatcher, JsonMapper json, RefusalWriter refusals) {
        this.dispatcher = dispatcher;
        this.refusals = refusals;
        this.json = json;
    }

    /**
     * Asks a query.
     *
     * @param path below the root, such as {@code /api/v1/accounts?limit=20}, its values encoded
     */
    public ContractAnswer ask(String path) {
        return answer(outer -> new InnerRequest(outer, "GET", path, NO_BODY));
    }

    /**
     * The body of a query's answer, where a refusal leaves nothing to show.
     *
     * @throws ResponseStatusException there is no such thing (it becomes the page that says so), or it is refused
     * @throws AccessDeniedException   it is not for this role
     */
    public JsonNode get(String path) {
        ContractAnswer answer = ask(path);
        if (answer.isGranted()) {
            return answer.body();
        }
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(answer.status()),
                HttpStatus.INTERNAL_SERVER_ERROR);
        throw switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> new AccessDeniedException(answer.detail());
            default -> new ResponseStatusException(status, answer.detail());
        };
    }

    /**
     * An answer that knows of what was sent from this page a moment ago, which its address tells ({@code told},
     * {@code asked}, {@code sent}). Where the projection does not come so far in time, it is what there is.
     *
     * @throws ResponseStatusException as {@link #get}
     * @throws AccessDeniedException   as {@link #get}
     */
    public JsonNode fresh(String path) {
        HttpServletRequest page = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest();
        if (AFTER_A_COMMAND.stream().anyMatch(name -> page.getParameter(name) != null)) {
            Long head = ask("/api/v1/campaigns").position();
            ContractAnswer answer = ask(path + (path.contains("?") ? "&" : "?") + "waitFor=" + head);
            if (answer.isGranted()) {
                return answer.body();
            }
        }
        return get(path);
    }

    /**
     * Sends a command.
     *
     * @param key  its idempotency key: a form that is sent twice is recorded once
     * @param body absent where the command has none
     */
    public ContractAnswer send(String method, String path, String key, @Nullable JsonNode body) {
        return answer(outer -> {
            InnerRequest request = new InnerRequest(outer, method, path,
                    body == null ? NO_BODY : json.writeValueAsBytes(body)).with("Idempotency-Key", key);
            return body == null ? request : request.with("Content-Type", "application/json");
        });
    }

    /**
     * Sends a command whose body is no form of ours, such as a definition in YAML.
     *
     * @param key       its idempotency key
     * @param mediaType what the body is
     */
    public ContractAnswer send(String method, String path, String key, String mediaType, byte[] body) {
        return answer(outer -> new InnerRequest(outer, method, path, body).with("Idempotency-Key", key)
                .with("Content-Type", mediaType));
    }

    /**
     * Sends what comes in with the page's own request on as it comes, such as a file: its bytes are never all in memory.
     *
     * @param key its idempotency key
     */
    public ContractAnswer pass(String path, String key) {
        return answer(outer -> InnerRequest.passing(outer, path).with("Idempotency-Key", key)
                .with("Content-Type", Objects.requireNonNullElse(outer.getContentType(), "")));
    }

    private interface Making {

        InnerRequest of(HttpServletRequest outer);
    }

    /**
     * The text of a query's answer that is no JSON, such as a checkpoint; empty where it is refused.
     *
     * @param path below the root, such as {@code /log/key}
     */
    public Optional<String> text(String path) {
        InnerResponse response = responseTo(outer -> new InnerRequest(outer, "GET", path, NO_BODY)
                .with("Accept", "text/plain, application/problem+json, */*;q=0.1"));
        return response.getStatus() < 300
                ? Optional.of(new String(response.bytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private ContractAnswer answer(Making making) {
        InnerResponse response = responseTo(making);
        byte[] bytes = response.bytes();
        String position = response.getHeader(CommandDoor.POSITION);
        return new ContractAnswer(response.getStatus(), body(bytes, response.getContentType()), response.getHeader(
                "Location"), position == null ? null : Long.valueOf(position));
    }

    private InnerResponse responseTo(Making making) {
        ServletRequestAttributes around = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        HttpServletResponse outer = Objects.requireNonNull(around.getResponse());
        InnerRequest request = making.of(around.getRequest());
        InnerResponse response = new InnerResponse(outer);
        int refused = ContractDoor.refusal(request);
        try {
            if (refused == 0) {
                dispatcher.getObject().service(request, response);
            } else {
                refusals.write(request, response, refused, ContractDoor.code(refused, request));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ServletException failure) {
            throw new IllegalStateException(failure);
        }
        return told(around.getRequest(), request, response);
    }

    private static InnerResponse told(HttpServletRequest page, InnerRequest request, InnerResponse response) {
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            ContractDoor.refused(page, request);
        }
        return response;
    }

    private JsonNode body(byte[] bytes, @Nullable String mediaType) {
        if (bytes.length == 0) {
            return ContractAnswer.NOTHING;
        }
        return mediaType != null && mediaType.contains("json")
                ? json.readTree(bytes)
                : json.getNodeFactory().stringNode(new String(bytes, StandardCharsets.UTF_8));
    }
}
