package org.campaignledger.platform.ops;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Whether the service can be used, on the port on which it is used: with a port of its own for the actuator, Boot moves
 * health there as well, where nobody sees whether requests still get through. A word, and nothing of what is behind it.
 */
@Configuration(proxyBeanMethods = false)
class HealthAtTheDoor {

    private static final Set<Status> NOT_USABLE = Set.of(Status.DOWN, Status.OUT_OF_SERVICE);

    @Bean
    RouterFunction<ServerResponse> healthOnTheServicesPort(HealthEndpoint health, HealthEndpointGroups groups) {
        RouterFunctions.Builder routes = RouterFunctions.route().GET("/actuator/health",
                request -> told(health.health().getStatus()));
        groups.getNames().forEach(group -> routes.GET("/actuator/health/" + group,
                request -> told(Objects.requireNonNull(health.healthForPath(group)).getStatus())));
        return routes.build();
    }

    private static ServerResponse told(Status status) {
        return ServerResponse.status(NOT_USABLE.contains(status) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(Map.of("status", status.getCode()));
    }
}
