package org.opensocialnet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A small directory of each organisation the access matrix asks for. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class UpkeepExamples {

    private final Intakes intakes;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Map<UUID, Given> given = new ConcurrentHashMap<>();

    /** What an address named before, on its own thread: a publication belongs to a record. */
    private final ThreadLocal<Named> named = ThreadLocal.withInitial(() -> new Named("service", ""));

    UpkeepExamples(Intakes intakes, JdbcClient jdbc, TransactionOperations transactions) {
        this.intakes = intakes;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Named(String kind, String record) {}

    private record Example(String kind, BinaryOperator<String> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.apply(organization.toString(), member.toString());
        }
    }

    private Given of(String organization) {
        return given.computeIfAbsent(UUID.fromString(organization), id -> {
            var rows = new Given(intakes, "matrix-" + id);
            var report = rows.take(
                    IntakeOptions.wholeSource(),
                    "organization | id=%s | name=Φορέας".formatted(id),
                    "service | id=meals | organization_id=%s | name=Συσσίτιο | status=active".formatted(id),
                    "location | id=hall | location_type=physical | name=Αίθουσα | organization_id=%s | latitude=37.98 | longitude=23.72"
                            .formatted(id),
                    "service_at_location | id=at | service_id=meals | location_id=hall",
                    "unit | id=u | name=γεύματα",
                    "service_capacity | id=cap | service_id=meals | unit_id=u | available=3 | maximum=10 | updated=2026-01-01T10:00:00Z");
            assertThat(report.problems()).isEmpty();
            return rows;
        });
    }

    /** A record of which the member has a draft. */
    private String last(String kind, String id, String organization, String member) {
        named.set(new Named(kind, id));
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                insert into drafts.draft (id, kind, record, owner, member, member_name, started_at, saved_at)
                values (gen_random_uuid(), :kind, :record, :owner, :member, :name, now(), now())
                on conflict do nothing
                """)
                        .param("kind", kind)
                        .param("record", UUID.fromString(id))
                        .param("owner", UUID.fromString(organization))
                        .param("member", UUID.fromString(member))
                        .param("name", RouteExamples.marker(UUID.fromString(organization)))
                        .update()));
        return id;
    }

    @Bean
    RouteExamples serviceExample() {
        return new Example("service", (id, me) -> last("service", of(id).id("service", "meals"), id, me));
    }

    @Bean
    RouteExamples locationExample() {
        return new Example("location", (id, me) -> last("location", of(id).id("location", "hall"), id, me));
    }

    @Bean
    RouteExamples entryExample() {
        return new Example("entry", (id, me) -> {
            of(id);
            return last("organization", id, id, me);
        });
    }

    @Bean
    RouteExamples sectionExample() {
        return new Example("section", (_, _) -> "basics");
    }

    @Bean
    RouteExamples capacityExample() {
        return new Example("capacity", (id, _) -> of(id).id("service_capacity", "cap"));
    }

    @Bean
    RouteExamples noticeExample() {
        return new Example("notice", (id, _) -> hung(id));
    }

    @Bean
    RouteExamples setExample() {
        return new Example("set", (owner, _) -> made("""
                insert into drafts.change_set (id, kind, record, owner, member_name, what, reason, at)
                values (:id, :kind, :record, :owner, 'Ελένη', 'confirmed', :marker, now())
                """, owner));
    }

    @Bean
    RouteExamples claimExample() {
        return new Example("claim", (owner, _) -> made("""
                insert into drafts.claim (id, organization, claimed, reason, asked_by, asked_at)
                values (:id, :owner, gen_random_uuid(), :marker || :kind || (:record)::text, :id, now())
                """, owner));
    }

    /** A notice that nobody has ended yet. */
    private String hung(String organization) {
        var service = of(organization).id("service", "meals");
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into directory.notice (id, service_id, kind, message, starts_at, record_source)
                values (:id, :service, 'message', 'Νέα', now() - interval '1 hour', 'matrix-' || :organization)
                """)
                .param("id", id)
                .param("service", UUID.fromString(service))
                .param("organization", organization)
                .update();
        return id.toString();
    }

    private String made(String sql, String owner) {
        var id = UUID.randomUUID();
        var last = named.get();
        var of = UUID.fromString(last.record().isEmpty() ? owner : last.record());
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql(sql)
                        .param("id", id)
                        .param("kind", last.kind())
                        .param("record", of)
                        .param("owner", UUID.fromString(owner))
                        .param("marker", RouteExamples.marker(UUID.fromString(owner)))
                        .update()));
        return id.toString();
    }
}
