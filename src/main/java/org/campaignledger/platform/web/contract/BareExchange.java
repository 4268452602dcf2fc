package org.campaignledger.platform.web.contract;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/**
 * The request and the answer around a question that nobody sends over the network: no session, no cookies, no address,
 * a language and nothing more. An interface of seventy methods, of which a handful matters: so a proxy, whose other
 * answers are those of an empty request.
 */
final class BareExchange {

    private BareExchange() {}

    static HttpServletRequest request(Language language, @Nullable ServletContext servlets) {
        Map<String, Object> attributes = new HashMap<>();
        return made(HttpServletRequest.class, (method, arguments) -> switch (method.getName()) {
            case "getHeader" -> "Accept-Language".equalsIgnoreCase((String) arguments[0]) ? language.tag() : null;
            case "getHeaderNames" -> Collections.enumeration(List.of("Accept-Language"));
            case "getHeaders" -> "Accept-Language".equalsIgnoreCase((String) arguments[0])
                    ? Collections.enumeration(List.of(language.tag()))
                    : Collections.emptyEnumeration();
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
            case "getParameterNames" -> Collections.emptyEnumeration();
            case "getParameterMap" -> Map.of();
            case "getLocale" -> language.locale();
            case "getLocales" -> Collections.enumeration(List.of(language.locale()));
            case "getServletContext" -> servlets;
            case "getMethod" -> "GET";
            case "getScheme" -> "http";
            case "getProtocol" -> "HTTP/1.1";
            case "getServerName", "getRemoteHost", "getLocalName" -> "localhost";
            case "getRemoteAddr", "getLocalAddr" -> "127.0.0.1";
            case "getContextPath", "getServletPath" -> "";
            case "getRequestURI" -> "/";
            case "getRequestURL" -> new StringBuffer("http://localhost/");
            default -> null;
        });
    }

    static HttpServletResponse response() {
        return made(HttpServletResponse.class, (method, arguments) -> switch (method.getName()) {
            case "encodeURL", "encodeRedirectURL" -> arguments[0];
            case "getHeaders", "getHeaderNames" -> List.of();
            case "getCharacterEncoding" -> "UTF-8";
            case "getLocale" -> Locale.ROOT;
            case "getStatus" -> HttpServletResponse.SC_OK;
            default -> null;
        });
    }

    @FunctionalInterface
    private interface Answering {

        @Nullable
        Object of(Method method, Object[] arguments);
    }

    private static <T> T made(Class<T> type, Answering answering) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(proxy, method, given);
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, given);
            }
            Object answer = answering.of(method, given);
            return answer == null || method.getReturnType() == void.class ? empty(method.getReturnType()) : answer;
        };
        return type.cast(Proxy.newProxyInstance(BareExchange.class.getClassLoader(), new Class<?>[]{type}, handler));
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "an exchange that nobody sends";
        };
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == int.class ? 0 : null;
    }
}
