package org.opensocialnet;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells a balancer or a supervisor how the program is: {@code /health}, {@code /health/live}, {@code /health/ready}. */
@RestController
class HealthCheck {

    private final HealthEndpoint health;

    HealthCheck(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> whole() {
        return answer(health.health());
    }

    @GetMapping("/health/{part:live|ready}")
    ResponseEntity<Map<String, String>> part(@PathVariable String part) {
        return answer(health.healthForPath(part));
    }

    private static ResponseEntity<Map<String, String>> answer(@Nullable HealthDescriptor health) {
        var status = health == null ? Status.UNKNOWN : health.getStatus();
        var up = status.equals(Status.UP);
        return ResponseEntity.status(up ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", status.getCode()));
    }
}
