package org.opensocialnet.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.directory.DirectoryChanged;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.Amendment.Put;
import org.opensocialnet.intake.Amendment.Remove;
import org.opensocialnet.intake.Difference.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;

/** An office edits a few records, looks before it leaps, and can go back. */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@RecordApplicationEvents
class AmendmentTest {

    static final String[] KITCHEN = {
        "organization | id=kitchen | name=Κουζίνα",
        "service | id=meals | organization_id=kitchen | name=Συσσίτιο | status=active | fees=δωρεάν",
        "contact | id=desk | service_id=meals | title=Γραφείο",
        "phone | id=p1 | service_id=meals | number=210 000 0001",
        "phone | id=p2 | contact_id=desk | number=210 000 0002",
        "language | id=l | phone_id=p2 | code=el",
        "schedule | id=h | service_id=meals | description=Δευτέρα-Παρασκευή 9:00-17:00",
    };

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    ApplicationEvents events;

    Given given;
    String source;

    @BeforeEach
    void aKitchenFromAnotherSource() {
        source = "s-" + UUID.randomUUID();
        given = new Given(intakes, source);
        load();
    }

    @Test
    void aPreviewTellsOldAndNewAndKeepsNothing() {
        var before = everything();
        var preview = intakes.preview(new Amendment(
                "own",
                List.of(
                        new Put("service", id("service", "meals"), Map.of("name", "Γεύμα", "fees", "")),
                        new Put(
                                "phone",
                                new UUID(7, 7),
                                Map.of("service_id", given.id("service", "meals"), "number", "210 000 0003")))));
        assertThat(preview.saved()).isFalse();
        assertThat(preview.possible()).isTrue();
        assertThat(preview.differences())
                .extracting(Difference::kind, Difference::column, Difference::before, Difference::after)
                .contains(
                        tuple(Kind.CHANGED, "name", "Συσσίτιο", "Γεύμα"),
                        tuple(Kind.CHANGED, "fees", "δωρεάν", null),
                        tuple(Kind.ADDED, "number", null, "210 000 0003"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatIsAmendedIsToldAndCanBeUndone() {
        var before = everything();
        var amended = intakes.amend(new Amendment(
                "own",
                List.of(
                        new Put("service", id("service", "meals"), Map.of("name", "Γεύμα")),
                        new Remove("contact", id("contact", "desk")),
                        new Put("schedule", id("schedule", "h"), Map.of("description", "Σάββατο 10:00-12:00")))));
        assertThat(amended.problems()).isEmpty();
        assertThat(amended.saved()).isTrue();
        assertThat(events.stream(DirectoryChanged.class)).contains(new DirectoryChanged("own"));
        assertThat(name()).isEqualTo("Γεύμα");
        assertThat(numbers()).containsExactly("210 000 0001");
        assertThat(days()).containsExactly("SA");
        var back = intakes.amend(amended.undo());
        assertThat(back.saved()).isTrue();
        assertThat(everything()).isEqualTo(before);
        assertThat(keptValues()).isZero();
    }

    @Test
    void whatWasAmendedStandsWhenTheSourceIsLoadedAgain() {
        var amended = intakes.amend(new Amendment(
                "own",
                List.of(
                        new Put("service", id("service", "meals"), Map.of("name", "Γεύμα")),
                        new Remove("phone", id("phone", "p1")),
                        new Put(
                                "phone",
                                new UUID(7, id("phone", "p1").getLeastSignificantBits()),
                                Map.of("service_id", given.id("service", "meals"), "number", "210 000 0009")))));
        assertThat(amended.saved()).isTrue();
        var after = everything();
        var report = load();
        assertThat(report.problems()).isEmpty();
        assertThat(report.total().changed()
                        + report.total().added()
                        + report.total().gone())
                .isZero();
        assertThat(everything()).isEqualTo(after);
        assertThat(intakes.amend(amended.undo()).saved()).isTrue();
        assertThat(name()).isEqualTo("Συσσίτιο");
        assertThat(numbers()).containsExactly("210 000 0001", "210 000 0002");
        assertThat(keptValues()).isZero();
    }

    @Test
    void anAmendmentWithAProblemChangesNothing() {
        var before = everything();
        var refused = intakes.amend(new Amendment(
                "own",
                List.of(
                        new Put("service", id("service", "meals"), Map.of("name", "Γεύμα")),
                        new Put("service", id("service", "meals"), Map.of("status", "maybe")),
                        new Put("phone", new UUID(7, 8), Map.of("number", "1")),
                        new Put("nothing", new UUID(7, 9), Map.of()))));
        assertThat(refused.saved()).isFalse();
        assertThat(refused.problems())
                .extracting(IntakeProblem::table, IntakeProblem::column)
                .contains(tuple("service", "status"), tuple("phone", "location_id"), tuple("nothing", null));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aServiceOnlyGoesOutOfUseAndComesBack() {
        var amended = intakes.amend(new Amendment("own", List.of(new Remove("service", id("service", "meals")))));
        assertThat(amended.saved()).isTrue();
        assertThat(gone()).isTrue();
        assertThat(numbers()).hasSize(2);
        intakes.amend(amended.undo());
        assertThat(gone()).isFalse();
        assertThat(jdbc.sql("select status from directory.service where id = ?")
                        .param(id("service", "meals"))
                        .query(String.class)
                        .single())
                .isEqualTo("active");
    }

    @Test
    void anAmendmentIsPartOfItsCallersTransaction() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    for (var name : List.of("Ένα", "Δύο")) {
                        assertThat(intakes.amend(new Amendment(
                                                "own",
                                                List.of(new Put(
                                                        "service", id("service", "meals"), Map.of("name", name)))))
                                        .saved())
                                .isTrue();
                    }
                    throw new IllegalStateException("the trail could not be written");
                }))
                .hasMessage("the trail could not be written");
        assertThat(name()).isEqualTo("Συσσίτιο");
    }

    @Test
    void aWholeImportTellsItsDifferencesAndIsUndoneAlike() {
        var before = everything();
        var report = given.take(
                IntakeOptions.wholeSource().tellingDifferences(),
                "organization | id=kitchen | name=Νέα κουζίνα",
                "organization | id=other | name=Άλλη",
                "service | id=meals | organization_id=kitchen | name=Συσσίτιο | status=active | fees=δωρεάν");
        assertThat(report.differences())
                .extracting(Difference::kind, Difference::table)
                .contains(
                        tuple(Kind.CHANGED, "organization"),
                        tuple(Kind.ADDED, "organization"),
                        tuple(Kind.REMOVED, "phone"));
        var undone = intakes.amend(Amendment.undoing(source, report.differences()));
        assertThat(undone.problems()).isEmpty();
        assertThat(everything().lines().filter(line -> !line.contains("Άλλη")).toList())
                .isEqualTo(before.lines().toList());
    }

    private IntakeReport load() {
        return given.take(IntakeOptions.wholeSource(), KITCHEN);
    }

    private UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    /** Every row of the kitchen, whatever its source, without what only says when it changed. */
    private String everything() {
        var text = new StringBuilder();
        for (var table : HsdsTable.all()) {
            jdbc.sql("""
                            select (to_jsonb(d) - 'changed_in' - 'changed_at')::text from directory.%s d
                            where record_source in (?, 'own') order by id""".formatted(table.name()))
                    .param(source)
                    .query(String.class)
                    .list()
                    .forEach(row -> text.append(table.name()).append(row).append('\n'));
        }
        return text.toString();
    }

    private String name() {
        return jdbc.sql("select name from directory.service where id = ?")
                .param(id("service", "meals"))
                .query(String.class)
                .single();
    }

    private boolean gone() {
        return jdbc.sql("select gone_at is not null from directory.service where id = ?")
                .param(id("service", "meals"))
                .query(Boolean.class)
                .single();
    }

    private List<String> numbers() {
        return jdbc.sql("select number from directory.phone where record_source = ? order by number")
                .param(source)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> days() {
        return jdbc.sql("select byday from directory.schedule where record_source in (?, 'own') and parsed")
                .param(source)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long keptValues() {
        return jdbc.sql("select count(*) from directory.kept_value where record_id = ? or record_id = ?")
                .params(id("service", "meals"), id("phone", "p1"))
                .query(Long.class)
                .single();
    }
}
