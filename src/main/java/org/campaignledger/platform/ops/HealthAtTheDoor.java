package org.campaignledger.platform.ops;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.campaignledger.kernel.Refused;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether the service can be used, on the port on which it is used: with a port of its own for the actuator, Boot moves
 * health there as well, where nobody sees whether requests still get through. A word, and nothing of what is behind it.
 */
@Hidden
@RestController
class HealthAtTheDoor {

    private static final Set<Status> NOT_USABLE = Set.of(Status.DOWN, Status.OUT_OF_SERVICE);

    private final HealthEndpoint health;
    private final HealthEndpointGroups groups;

    HealthAtTheDoor(HealthEndpoint health, HealthEndpointGroups groups) {
        this.health = health;
        this.groups = groups;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> all() {
        return told(health.health().getStatus());
    }

    /** Of a group: {@code liveness}, {@code readiness}, {@code projections}. */
    @GetMapping("/actuator/health/{group}")
    ResponseEntity<Map<String, String>> of(@PathVariable String group) {
        if (!groups.getNames().contains(group)) {
            throw Refused.notFound();
        }
        return told(Objects.requireNonNull(health.healthForPath(group)).getStatus());
    }

    private static ResponseEntity<Map<String, String>> told(Status status) {
        return ResponseEntity.status(NOT_USABLE.contains(status) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(Map.of("status", status.getCode()));
    }
}
