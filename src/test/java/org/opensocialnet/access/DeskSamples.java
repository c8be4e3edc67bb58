package org.opensocialnet.access;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A few addresses behind the door, and one that no table names. */
@RestController
@Profile("desk-sample")
class DeskSamples {

    static final UUID SUN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final UUID MOON = UUID.fromString("01900000-0000-7000-8000-000000000002");
    static final UUID THING_OF_SUN = UUID.fromString("01900000-0000-7000-8000-0000000000a1");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    DeskSamples(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @GetMapping("/desk/sample/me")
    Map<String, String> me(SignedIn me) {
        var sight = Objects.requireNonNull(Sight.current());
        return Map.of(
                "name", me.name(),
                "role", sight.role(),
                "reach", sight.reach().name(),
                "purpose", sight.purpose(),
                "database", transactions.execute(_ -> organization()));
    }

    private String organization() {
        return jdbc.sql("select coalesce(database.organization()::text, 'none')")
                .query(String.class)
                .single();
    }

    @PostMapping("/desk/sample/me")
    String typed(@RequestParam String text) {
        return "typed " + text;
    }

    @GetMapping("/desk/sample/trail")
    String trail() {
        return "trail";
    }

    @GetMapping("/desk/sample/own/{sample}")
    String own(@PathVariable UUID sample) {
        return "own " + sample;
    }

    @GetMapping("/desk/sample/guarded")
    String guarded() {
        return "guarded";
    }

    @GetMapping("/desk/sample/forgotten")
    String forgotten() {
        return "nobody thought of a table";
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("desk-sample")
    static class Sun {

        @Bean
        Keeper samples() {
            return new Keeper() {
                @Override
                public String kind() {
                    return "sample";
                }

                @Override
                public Optional<UUID> organization(UUID record) {
                    return record.equals(THING_OF_SUN) ? Optional.of(SUN) : Optional.empty();
                }
            };
        }
    }
}
