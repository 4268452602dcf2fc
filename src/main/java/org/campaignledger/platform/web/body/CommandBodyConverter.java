package org.campaignledger.platform.web.body;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.databind.JsonNode;

/**
 * Reads every {@link CommandBody} strictly, and keeps its canonical form with the request. Takes all media types of
 * these records upon itself, and refuses what is not JSON with 415: the framework's own converters behind it would read
 * YAML too, and leniently. A request without any body never gets here; with {@code required = false} it is
 * {@code null}.
 */
public final class CommandBodyConverter implements HttpMessageConverter<CommandBody> {

    private static final MediaType ANY_JSON = new MediaType("application", "*+json");
    private static final List<MediaType> TAKEN = List.of(MediaType.APPLICATION_JSON, ANY_JSON);

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return CommandBody.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return TAKEN;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> type) {
        return canRead(type, null) ? TAKEN : List.of();
    }

    @Override
    public CommandBody read(Class<? extends CommandBody> type, HttpInputMessage message) throws IOException {
        MediaType given = message.getHeaders().getContentType();
        if (!isTaken(given)) {
            throw new UnsupportedMediaTypeStatusException(given, TAKEN);
        }
        if (message.getHeaders().getContentLength() > BodyBytes.MAX_BYTES) {
            throw BodyBytes.tooLarge();
        }
        byte[] bytes = BodyBytes.read(message.getBody());
        Findings findings = new Findings();
        JsonNode tree = JsonTrees.parse(bytes, findings);
        Bound<? extends CommandBody> bound = StrictBinder.read(tree, type, findings);
        CommandBody body = bound.orRefuse();
        if (tree != null) {
            keepCanonical(tree);
        }
        return body;
    }

    private static boolean isTaken(@Nullable MediaType given) {
        if (given == null || TAKEN.stream().noneMatch(taken -> taken.includes(given))) {
            return false;
        }
        Charset charset = given.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }

    private static void keepCanonical(JsonNode tree) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(CommandBodies.CANONICAL, CanonicalJson.bytes(tree), RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public void write(CommandBody body, @Nullable MediaType mediaType, HttpOutputMessage message) {
        throw new UnsupportedOperationException("bodies of commands are never written");
    }
}
