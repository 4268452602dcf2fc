package org.campaignledger.platform.web.contract;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A request within a request: another place and another body, but the same person, language and connection. It keeps
 * attributes of its own, so that nothing that the framework notes about it is taken for the request around it.
 * It is long because a request has so many methods.
 */
final class InnerRequest extends HttpServletRequestWrapper {

    /** What a browser says of the page that it wants, not of what the page wants. */
    private static final Set<String> OF_THE_PAGE = Set.of("accept", "content-type", "content-length", "if-none-match",
            "if-modified-since", "if-match", "if-unmodified-since", "range", "if-range", "idempotency-key", "expect",
            "transfer-encoding");

    private final String method;
    private final String uri;
    private final @Nullable String query;
    private final Map<String, String[]> parameters = new HashMap<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private final byte @Nullable [] body;

    InnerRequest(HttpServletRequest outer, String method, String path, byte @Nullable [] body) {
        super(outer);
        UriComponents parsed = UriComponentsBuilder.fromUriString(path).build();
        this.method = method;
        this.uri = outer.getContextPath() + parsed.getPath();
        this.query = parsed.getQuery();
        this.body = body;
        parsed.getQueryParams().forEach((name, values) -> parameters.put(decoded(name),
                values.stream().map(value -> value == null ? "" : decoded(value)).toArray(String[]::new)));
        headers.put("Accept", "application/json, application/problem+json, */*;q=0.1");
    }

    /** A POST whose body is that of the request around it. */
    static InnerRequest passing(HttpServletRequest outer, String path) {
        return new InnerRequest(outer, "POST", path, null);
    }

    private static String decoded(String text) {
        return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }

    InnerRequest with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(getScheme()).append("://").append(getServerName()).append(':').append(getServerPort())
                .append(uri);
    }

    @Override
    public String getServletPath() {
        return UriUtils.decode(uri.substring(getContextPath().length()), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public @Nullable String getHeader(String name) {
        String own = headers.get(name);
        return own != null ? own : isOfThePage(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String own = headers.get(name);
        return own != null
                ? Collections.enumeration(List.of(own))
                : isOfThePage(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(super.getHeaderNames()).stream().filter(name -> !isOfThePage(name)).forEach(names::add);
        names.addAll(headers.keySet());
        return Collections.enumeration(names);
    }

    private static boolean isOfThePage(String name) {
        return OF_THE_PAGE.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public int getContentLength() {
        return body == null ? super.getContentLength() : body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body == null ? super.getContentLengthLong() : body.length;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public AsyncContext startAsync() {
        throw new IllegalStateException("a page waits for its answer");
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return startAsync();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            return super.getInputStream();
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return bytes.read(into, from, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("read at once");
            }
        };
    }
}
