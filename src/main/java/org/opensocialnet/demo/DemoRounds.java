package org.opensocialnet.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.database.Sight;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.reports.ReportBox;
import org.opensocialnet.reports.Told;
import org.opensocialnet.rounds.Rehearsal;
import org.opensocialnet.rounds.Wanted;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the coordination team of the invented city has on its desk: a round half answered, and a few readers' reports. */
@Component
@ConditionalOnWebApplication
@Order(6)
class DemoRounds implements ApplicationRunner {

    private static final List<String> BODIES =
            List.of("karydia", "psomi-thymari", "fanari", "kalathi", "chelidoni", "mastorema");

    private final Rehearsal rehearsal;
    private final ReportBox reports;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final DemoSettings settings;
    private final Clock clock;

    DemoRounds(
            Rehearsal rehearsal,
            ReportBox reports,
            JdbcClient jdbc,
            TransactionOperations transactions,
            DemoSettings settings,
            Clock clock) {
        this.rehearsal = rehearsal;
        this.reports = reports;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Sight.job("demo")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('demo.rounds'))::text")
                            .query(String.class)
                            .single();
                    if (!settings.enabled()) {
                        rehearsal.clear();
                        reports.removeInvented();
                        return;
                    }
                    if (!rehearsal.isOn(LocalDate.now(clock))) {
                        rehearsal.clear();
                        round();
                    }
                    if (!reports.hasInvented()) {
                        reports();
                    }
                }));
    }

    /** Of each kind of answer one. */
    private void round() {
        var bodies = BODIES.stream()
                .map(key -> Row.id("body", key))
                .filter(this::isThere)
                .toList();
        if (bodies.size() < BODIES.size()) {
            return;
        }
        var round = rehearsal.begin(new Wanted(
                "Φθινοπωρινός γύρος",
                "",
                LocalDate.now(clock).plusDays(9),
                List.of(7, 2),
                Set.of(Subject.Kind.SERVICE),
                null,
                "",
                "",
                Set.copyOf(bodies)));
        rehearsal.saysNothingChanged(round, bodies.get(0));
        rehearsal.corrects(
                round,
                bodies.get(1),
                Map.of(
                        "email", "demata@psomi-thymari.example.org",
                        "wait_time", "Περίπου δύο εβδομάδες"),
                "Από τον άλλο μήνα μοιράζουμε και ρούχα. Πώς το προσθέτουμε;");
        rehearsal.looks(round, bodies.get(2));
        rehearsal.saysOnThePhone(round, bodies.get(3), "Ευανθία Παράδειγμα", "γραμματεία");
        rehearsal.isUnreachable(round, bodies.get(4));
    }

    private boolean isThere(UUID organization) {
        return jdbc.sql("select exists (select from directory.public_organization where id = :id)")
                .param("id", organization)
                .query(Boolean.class)
                .single();
    }

    private void reports() {
        report("karydia", "hours", "Πήγα την Τρίτη το βράδυ και ήταν κλειστά.", "el", false);
        report("fanari", "phone", "The number rings but nobody answers. I tried three times.", "en", false);
        report("psomi-thymari", "place", "Μετακομίσαμε στον πρώτο όροφο του ίδιου κτιρίου.", "el", true);
    }

    private void report(String body, String kind, String message, String language, boolean provider) {
        jdbc.sql("""
                        select id from directory.public_service
                        where organization_id = :body and gone_at is null
                        order by id
                        limit 1
                        """)
                .param("body", Row.id("body", body))
                .query(UUID.class)
                .optional()
                .ifPresent(service -> reports.takeInvented(
                        new Told(Subject.service(service), kind, message, language, "", provider)));
    }
}
