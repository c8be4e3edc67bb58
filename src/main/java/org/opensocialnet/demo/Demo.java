package org.opensocialnet.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.IntakeReport;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.intake.RowOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the invented city into the directory, through the directory's own door, and takes it out again. */
@Component
class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String SOURCE = "demo";
    private static final String SOURCE_NAME = "Πόλη επίδειξης / Demo city";

    private final Intakes intakes;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final DemoSettings settings;

    Demo(Intakes intakes, JdbcClient jdbc, TransactionOperations transactions, Clock clock, DemoSettings settings) {
        this.intakes = intakes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Makes the directory hold what the settings say. Of several nodes that start at once, one does it. */
    void settle() {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('demo.loaded'))::text")
                    .query(String.class)
                    .single();
            var loaded = loaded();
            if (settings.enabled()) {
                var text = CityText.read();
                var wanted = fingerprint(text);
                if (!loaded.equals(Optional.of(wanted))) {
                    load(text, wanted);
                }
            } else if (loaded.isPresent()) {
                takeOut();
            }
        });
    }

    /** Whether the directory holds the invented city, whatever the settings say. */
    boolean isThere() {
        return loaded().isPresent();
    }

    private Optional<String> loaded() {
        return jdbc.sql("select fingerprint from demo.loaded")
                .query(String.class)
                .optional();
    }

    private Calendar calendar() {
        return Calendar.of(LocalDate.now(clock));
    }

    private String fingerprint(CityText text) {
        return String.join(
                " ",
                text.fingerprint(),
                calendar().today().toString(),
                settings.size() == DemoSettings.Size.LARGE ? "" + settings.services() : "small");
    }

    private void load(CityText text, String fingerprint) {
        var report = intake(new City(text, DirectoryTerms.read(jdbc), calendar()));
        if (!report.saved() || report.problemCount() > 0) {
            throw new IllegalStateException("The demo city breaks a rule of the directory: "
                    + report.problems().stream().limit(3).toList());
        }
        long services = report.tables().stream()
                .filter(table -> table.table().equals("service"))
                .mapToLong(IntakeReport.TableCount::read)
                .sum();
        jdbc.sql("""
                insert into demo.loaded (fingerprint, services, loaded_at) values (:fingerprint, :services, :now)
                on conflict (only_one) do update
                set fingerprint = :fingerprint, services = :services, loaded_at = :now
                """)
                .param("fingerprint", fingerprint)
                .param("services", services)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        LOG.atInfo().addKeyValue("services", services).log("The invented city is in the directory");
    }

    private IntakeReport intake(City city) {
        try (var intake =
                intakes.open(SOURCE, SOURCE_NAME, IntakeOptions.wholeSource().strictly())) {
            var count = new long[1];
            Row.Sink sink = (table, values) -> intake.accept(table, new RowOrigin(SOURCE, ++count[0]), values);
            if (settings.size() == DemoSettings.Size.LARGE) {
                city.tellLarge(settings.services(), sink);
            } else {
                city.tell(sink);
            }
            return intake.finish();
        }
    }

    private void takeOut() {
        try (var intake = intakes.open(SOURCE, SOURCE_NAME, IntakeOptions.wholeSource())) {
            // an intake of nothing is taken for a mistake, so one row stays that no page shows
            intake.accept(
                    "unit",
                    new RowOrigin(SOURCE, 1),
                    Map.of("id", Row.id("unit").toString(), "name", "-"));
            intake.finish();
        }
        jdbc.sql("delete from demo.loaded").update();
        LOG.info("The invented city was taken out of the directory");
    }
}
