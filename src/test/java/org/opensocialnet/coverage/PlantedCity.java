package org.opensocialnet.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.evidence.Evidence;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.Bookkeeper;
import org.opensocialnet.ledger.Delivery;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Source;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A city with three planted deficits, an oversupply, an unknown and few people, written through the ledger's own door. Its
 * month lies long ago, where no other test writes; one deficit is of today.
 */
public final class PlantedCity {

    public static final LocalDate DAY = LocalDate.of(2017, 6, 30);
    private static final String COMMUNITY = "91860101";
    private static final String KIND = "anonymous.headcount";
    private static final int DAYS = 30;

    /** By the name of the database. */
    private static final Map<String, PlantedCity> PLANTED = new HashMap<>();

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final Clock clock;

    public final UUID shelter = Uuid7.next();
    public final UUID kitchen = Uuid7.next();
    public final UUID lawyers = Uuid7.next();
    public final UUID silent = Uuid7.next();

    private PlantedCity(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.ledger = context.getBean(Ledger.class);
        this.transactions = context.getBean(TransactionOperations.class);
        this.clock = context.getBean(Clock.class);
    }

    /** Once for all tests of a run that share a database. */
    public static synchronized PlantedCity in(ApplicationContext context) {
        var database = context.getBean(JdbcClient.class)
                .sql("select current_database()")
                .query(String.class)
                .single();
        return PLANTED.computeIfAbsent(database, _ -> {
            var city = new PlantedCity(context);
            city.plant();
            city.lookAnew(context.getBean(Evidence.class));
            return city;
        });
    }

    /** Another test of the same database may have looked at these days before. */
    private void lookAnew(Evidence evidence) {
        var today = LocalDate.now(clock);
        Sight.job("test").run(() -> {
            evidence.recount(today);
            evidence.recount(today.minusDays(Evidence.DAYS));
        });
    }

    private void plant() {
        var nights = offers(shelter, "Ξενώνας Άννα", "womens-hostel", "women");
        counted(nights, shelter, 12, 3, DAY.minusDays(40));
        counted(nights, shelter, 12, 0, DAY.minusDays(25));
        var meals = offers(kitchen, "Τραπέζι για όλους", "meals-at-home", "older");
        counted(meals, kitchen, 60, 40, DAY.minusDays(40));
        offers(lawyers, "Νομικοί χωρίς αμοιβή", "hate-crime", "");
        offers(lawyers, "Έλεγχος ουσιών", "drug-checking", "roma");
        offers(silent, "Θυρίδες για όλους", "lockers", "homeless");

        new Bookkeeper(ledger, transactions, shelter).in(() -> {
            var helped = new ArrayList<Delivery>();
            var asked = new ArrayList<Need>();
            for (int i = 0; i < DAYS; i++) {
                var day = DAY.minusDays(i);
                helped.add(delivery(day, about("womens-hostel", "women", "", shelter), 12));
                asked.add(need(day, about("womens-hostel", "women", "", shelter), 28, Reason.FULL));
            }
            asked.add(need(DAY.minusDays(3), about("lockers", "homeless", "", shelter), 30, null));
            asked.add(need(
                    DAY.minusDays(4), about("sign-language", "disabled", COMMUNITY, shelter), 9, Reason.NO_PROVIDER));
            asked.add(need(
                    LocalDate.now(clock), about("sign-language", "disabled", "", shelter), 40, Reason.NO_PROVIDER));
            ledger.deliveries(helped);
            return ledger.needs(asked);
        });
        new Bookkeeper(ledger, transactions, kitchen).in(() -> {
            var helped = new ArrayList<Delivery>();
            for (int i = 0; i < DAYS; i++) {
                helped.add(delivery(DAY.minusDays(i), about("meals-at-home", "older", COMMUNITY, kitchen), 20));
            }
            return ledger.deliveries(helped);
        });
        var day = DAY.minusDays(2);
        var law = new Bookkeeper(ledger, transactions, lawyers);
        law.write(delivery(day, about("hate-crime", "migrants", "", lawyers), 40));
        law.write(need(day, about("hate-crime", "migrants", "", lawyers), 160, Reason.LANGUAGE));
        law.write(delivery(day, about("drug-checking", "roma", "", lawyers), 77));
        law.write(need(day, about("drug-checking", "roma", "", lawyers), 3, Reason.PAPERS));
    }

    private static About about(String type, String group, String zone, UUID organization) {
        return new About(type, group, zone, organization, null);
    }

    private static Need need(LocalDate day, About about, int people, @Nullable Reason reason) {
        return new Need(KIND, day, about, Amount.people(people), Source.ASKED, reason);
    }

    private static Delivery delivery(LocalDate day, About about, int people) {
        return new Delivery(KIND, day, about, Amount.people(people), Source.RECORDS);
    }

    private UUID offers(UUID organization, String name, String type, String group) {
        var service = Uuid7.next();
        jdbc.sql("""
                insert into directory.organization (id, name, description, record_source) values (?, ?, 'x', 'own')
                on conflict (id) do nothing
                """).params(organization, name).update();
        jdbc.sql("""
                insert into directory.service (id, organization_id, name, status, assured_date, record_source)
                values (?, ?, ?, 'active', ?, 'own')
                """).params(service, organization, name, DAY.minusDays(5)).update();
        is(service, "osn-service", type);
        if (!group.isEmpty()) {
            is(service, "osn-target-group", group);
        }
        return service;
    }

    private void is(UUID service, String vocabulary, String word) {
        jdbc.sql("""
                insert into directory.attribute (id, link_id, taxonomy_term_id, link_entity, record_source)
                select gen_random_uuid(), :service, t.id, 'service', 'own'
                from directory.public_taxonomy_term t join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = :vocabulary and t.code = :word
                """)
                .param("service", service)
                .param("vocabulary", vocabulary)
                .param("word", word)
                .update();
    }

    /** As the ledger wrote it down when the service counted. */
    private void counted(UUID service, UUID organization, int maximum, int available, LocalDate day) {
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                        insert into ledger.capacity (
                            id, counter, service, organization, target_group, unit, available, maximum, at)
                        values (uuidv7(), :service, :service, :organization, '', 'θέσεις', :available, :maximum, :at)
                        """)
                        .param("service", service)
                        .param("organization", organization)
                        .param("available", available)
                        .param("maximum", maximum)
                        .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                        .update()));
    }
}
