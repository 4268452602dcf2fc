package org.campaignledger.door.authorisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.campaignledger.kernel.Role;
import org.campaignledger.testing.Ledger;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A line of who-may-come-in.txt.
 *
 * @param method   GET, HEAD, POST or PUT
 * @param path     as it is mapped, with its variables in braces
 * @param everyone whether no account is needed
 * @param roles    whose accounts are let in
 * @param inPerson whether no API token is
 */
record WhoMay(String method, String path, boolean everyone, Set<Role> roles, boolean inPerson) {

    private static final Set<Role> SIGNED_IN = Set.of(Role.REPORTER, Role.HOST, Role.JUDGE, Role.ADMIN, Role.AUDITOR);

    WhoMay {
        roles = Set.copyOf(roles);
    }

    /** All lines. */
    static List<WhoMay> lines() {
        return fields("/door/who-may-come-in.txt").stream().map(WhoMay::line).toList();
    }

    private static WhoMay line(List<String> fields) {
        String[] place = fields.get(0).split(" ", 2);
        String who = fields.get(1);
        Set<Role> roles = who.equals("everyone") || who.equals("signed in") ? SIGNED_IN : roles(who);
        return new WhoMay(place[0], place[1], who.equals("everyone"), roles, fields.size() > 2 && fields.get(2)
                .equals("in person"));
    }

    /** Names of roles with spaces between. */
    static Set<Role> roles(String names) {
        Set<Role> roles = new TreeSet<>();
        Arrays.stream(names.split(" ")).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    /** The lines of a file of the tests, split at their bars, without remarks. */
    static List<List<String>> fields(String resource) {
        try (InputStream in = Objects.requireNonNull(WhoMay.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Method and path. */
    String place() {
        return method + " " + path;
    }

    /** Whether it is of the contract and not a page. */
    boolean isOfTheContract() {
        return path.startsWith("/api/");
    }

    /** What is mapped in the running product, as method and path; a mapping of any method counts as GET. */
    static Set<String> mapped(Ledger ledger) {
        Set<String> found = new TreeSet<>();
        ledger.all(RequestMappingInfoHandlerMapping.class).forEach(mapping -> mapping.getHandlerMethods().forEach((
                info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            info.getPatternValues().forEach(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                    .forEach(method -> found.add(method + " " + path)));
        }));
        return found;
    }
}
