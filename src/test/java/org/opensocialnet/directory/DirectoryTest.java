package org.opensocialnet.directory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES, extraIncludes = "intake")
class DirectoryTest {

    /** A Wednesday in Athens, at ten in the morning, far enough ahead that notices about it have not ended. */
    static final Instant WEDNESDAY_MORNING = Instant.parse("2035-05-16T07:00:00Z");

    static final LocalDate MERGER = LocalDate.of(2025, 1, 1);

    @Autowired
    Directory directory;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    Given given;

    @BeforeEach
    void aSmallCity() {
        given = new Given(intakes, "s-" + UUID.randomUUID());
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=first | name=Πρώτος φορέας",
                "organization | id=second | name=Δεύτερος φορέας",
                "organization | id=unit | name=Μονάδα | parent_organization_id=first",
                "service | id=clinic | organization_id=first | name=Ιατρείο | status=active",
                "service | id=talk | organization_id=first | name=Συμβουλευτική | status=active",
                "location | id=house | location_type=physical | name=Κτίριο | area=Κέντρο",
                "service_at_location | id=clinic-house | service_id=clinic | location_id=house",
                "service_at_location | id=talk-house | service_id=talk | location_id=house",
                "schedule | id=h1 | location_id=house | freq=WEEKLY | byday=MO,TU,WE,TH,FR | opens_at=08:00 | closes_at=20:00",
                "schedule | id=h2 | service_id=talk | freq=WEEKLY | byday=MO | opens_at=09:00 | closes_at=12:00",
                "phone | id=p | service_id=clinic | number=210 000 0000");
        assertThat(report.problems()).isEmpty();
    }

    UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    @Test
    void aNoticeThatCannotBeIsRefused() {
        var clinic = Subject.service(id("service", "clinic"));
        assertThatThrownBy(() -> directory.announce(
                        Announcement.message(clinic, "Μήνυμα", null, WEDNESDAY_MORNING, WEDNESDAY_MORNING)))
                .isInstanceOf(Refusal.class)
                .hasMessage("directory.notice.ends-before-it-starts");
        assertThatThrownBy(() -> directory.announce(Announcement.message(
                        Subject.service(UUID.fromString("00000000-0000-4000-8000-000000000000")),
                        "Μήνυμα",
                        null,
                        WEDNESDAY_MORNING,
                        null)))
                .hasMessage("directory.record.unknown");
        assertThatThrownBy(() -> directory.withdraw(UUID.fromString("00000000-0000-4000-8000-000000000000")))
                .hasMessage("directory.notice.unknown");
    }

    @Test
    void twoOrganisationsMergeAndAreFoundByTheirOldNames() {
        var first = id("organization", "first");
        var second = id("organization", "second");
        directory.mergeInto(first, second, MERGER, "με νόμο");
        assertThat(directory.currentOrganization(first)).contains(second);
        assertThat(parent("unit")).isEqualTo(second);
        assertThat(jdbc.sql("select count(*) from directory.public_service where organization_id = ?")
                        .param(second)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(formerNames(second)).containsExactly("Πρώτος φορέας");
        assertThatThrownBy(() -> directory.mergeInto(second, first, MERGER, null))
                .hasMessage("directory.succession.circle");
    }

    @Test
    void anOrganisationIsRenamedAndItsHistoryKept() {
        var second = id("organization", "second");
        directory.rename(second, "Νέο όνομα", MERGER, null);
        directory.rename(second, "Νεότερο όνομα", MERGER.plusYears(1), null);
        assertThat(formerNames(second)).containsExactly("Δεύτερος φορέας", "Νέο όνομα");
        assertThatThrownBy(() -> directory.rename(second, "Νεότερο όνομα", MERGER, null))
                .hasMessage("directory.succession.same-name");
    }

    @Test
    void aUnitMovesUnderAnotherParentButNeverUnderItself() {
        directory.moveUnder(id("organization", "unit"), id("organization", "second"), MERGER, null);
        assertThat(parent("unit")).isEqualTo(id("organization", "second"));
        assertThatThrownBy(() ->
                        directory.moveUnder(id("organization", "second"), id("organization", "unit"), MERGER, null))
                .hasMessage("directory.succession.circle");
    }

    @Test
    void qualityIsReadFromTheRecords() {
        var clinic = id("service", "clinic");
        var talk = id("service", "talk");
        var found = directory.quality(List.of(clinic, talk));
        var ofClinic = requireNonNull(found.get(clinic));
        var ofTalk = requireNonNull(found.get(talk));
        assertThat(ofClinic.unmet()).doesNotContain(Criterion.PHONE, Criterion.HOURS, Criterion.PLACE);
        assertThat(ofTalk.unmet()).contains(Criterion.PHONE, Criterion.CONFIRMED);
        assertThat(ofClinic.score()).isEqualTo(40);
        assertThat(ofTalk.score()).isEqualTo(30);
    }

    private UUID parent(String unit) {
        return jdbc.sql("select parent_organization_id from directory.public_organization where id = ?")
                .param(id("organization", unit))
                .query(UUID.class)
                .single();
    }

    private List<String> formerNames(UUID organization) {
        return jdbc.sql("select name from directory.public_former_name where organization_id = ? order by until")
                .param(organization)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
