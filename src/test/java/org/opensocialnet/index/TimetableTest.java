package org.opensocialnet.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.directory.Announcement;
import org.opensocialnet.directory.Directory;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.hours.Day;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.hours.Status;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** When a point of help is open, by what is told of it, its service, its place and its organisation. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"directory", "intake"})
class TimetableTest {

    /** A Wednesday in Athens, at ten in the morning, far enough ahead that notices about it have not ended. */
    static final Instant WEDNESDAY_MORNING = Instant.parse("2035-05-16T07:00:00Z");

    @Autowired
    Timetable timetable;

    @Autowired
    Directory directory;

    @Autowired
    Intakes intakes;

    Given given;

    @BeforeEach
    void aSmallCity() {
        given = new Given(intakes, "s-" + UUID.randomUUID());
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=first | name=Πρώτος φορέας",
                "service | id=clinic | organization_id=first | name=Ιατρείο | status=active",
                "service | id=talk | organization_id=first | name=Συμβουλευτική | status=active",
                "service | id=line | organization_id=first | name=Γραμμή | status=active",
                "service | id=chat | organization_id=first | name=Συνομιλία | status=active",
                "location | id=house | location_type=physical | name=Κτίριο | area=Κέντρο",
                "location | id=annex | location_type=physical | name=Παράρτημα | area=Κέντρο",
                "service_at_location | id=clinic-house | service_id=clinic | location_id=house",
                "service_at_location | id=talk-house | service_id=talk | location_id=house",
                "schedule | id=h1 | location_id=house | freq=WEEKLY | byday=MO,TU,WE,TH,FR | opens_at=08:00 | closes_at=20:00",
                "schedule | id=h2 | service_id=talk | freq=WEEKLY | byday=MO | opens_at=09:00 | closes_at=12:00",
                "schedule | id=h4 | service_id=line | freq=WEEKLY | byday=WE | opens_at=09:00 | closes_at=12:00");
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void hoursAreThoseToldNearestToTheServiceAtItsPlace() {
        assertThat(status("clinic")).as("of the place").isInstanceOf(Status.Open.class);
        assertThat(status("talk")).as("of the service, on Mondays").isInstanceOf(Status.Closed.class);
        given.take(
                IntakeOptions.singleRows(),
                "schedule | id=h3 | service_at_location_id=talk-house | freq=WEEKLY | byday=WE | opens_at=09:00 | closes_at=12:00");
        assertThat(status("talk")).as("of the service at the place").isInstanceOf(Status.Open.class);
    }

    @Test
    void aServiceWithoutAPlaceHasOnlyItsOwnHours() {
        assertThat(hours("line").isKnown()).isTrue();
        assertThat(hours("chat").isKnown()).isFalse();
    }

    @Test
    void aNoticeClosesForAsLongAsItSaysAndThenIsOver() {
        var notice = directory.announce(Announcement.closed(
                Subject.service(id("service", "clinic")),
                "Κλειστό για εργασίες",
                "Closed for works",
                WEDNESDAY_MORNING.minusSeconds(3600),
                WEDNESDAY_MORNING.plusSeconds(3600)));
        assertThat(status("clinic")).isInstanceOf(Status.Closed.class);
        assertThat(hours("clinic").at(WEDNESDAY_MORNING.plusSeconds(3601))).isInstanceOf(Status.Open.class);
        directory.withdraw(notice);
        assertThat(status("clinic")).isInstanceOf(Status.Open.class);
    }

    @Test
    void aNoticeAboutTheOrganisationOrThePlaceHoldsForItsServices() {
        var ofThePlace = directory.announce(Announcement.closed(
                Subject.location(id("location", "house")), "Κλειστό", null, WEDNESDAY_MORNING.minusSeconds(60), null));
        assertThat(status("clinic")).isInstanceOf(Status.Closed.class);
        directory.withdraw(ofThePlace);
        assertThat(status("clinic")).isInstanceOf(Status.Open.class);
        directory.announce(Announcement.closed(
                Subject.organization(id("organization", "first")),
                "Απεργία",
                null,
                WEDNESDAY_MORNING.minusSeconds(60),
                null));
        assertThat(status("clinic")).isInstanceOf(Status.Closed.class);
        assertThat(status("line")).as("also what has no place").isInstanceOf(Status.Closed.class);
    }

    @Test
    void hoursByNumberedWeeksAndByAnotherClockAreReckoned() {
        var report = given.take(
                IntakeOptions.singleRows(),
                "schedule | id=h5 | service_id=chat | freq=WEEKLY | byday=WE | byweekno=18 | opens_at=08:00"
                        + " | closes_at=10:00 | timezone=1");
        assertThat(report.problems()).isEmpty();
        assertThat(hours("chat").day(LocalDate.of(2035, 5, 2)).open())
                .as("two hours later in Athens, where it is summer")
                .containsExactly(new Day.Times(LocalTime.of(10, 0), LocalTime.of(12, 0)));
        assertThat(hours("chat").day(LocalDate.of(2035, 5, 9)).isClosed()).isTrue();
    }

    @Test
    void numbersThatAreNoneAreToldInTheirWordsAndNotGuessed() {
        var report = given.take(
                IntakeOptions.singleRows(),
                "schedule | id=h5 | service_id=chat | freq=WEEKLY | byday=WE | byweekno=70 | opens_at=09:00"
                        + " | closes_at=12:00 | description=Την εβδομηκοστή εβδομάδα | timezone=200");
        assertThat(report.problems())
                .extracting(IntakeProblem::column, IntakeProblem::leftOut)
                .containsExactlyInAnyOrder(tuple("byweekno", false), tuple("timezone", false));
        assertThat(hours("chat").isKnown()).isFalse();
        assertThat(hours("chat").prose()).containsExactly("Την εβδομηκοστή εβδομάδα");
    }

    @Test
    void whatMovedIsClosedWhereItWasAndOpenWhereItWent() {
        given.take(
                IntakeOptions.singleRows(),
                "service_at_location | id=clinic-annex | service_id=clinic | location_id=annex",
                "schedule | id=h6 | location_id=annex | freq=WEEKLY | byday=WE | opens_at=09:00 | closes_at=12:00",
                "notice | id=n | service_id=clinic | kind=moved | message=Στο παράρτημα"
                        + " | starts_at=2035-05-01T00:00:00Z | moved_to_id=annex");
        var points = timetable.of(List.of(id("service", "clinic")));
        assertThat(requireNonNull(points.get(id("service_at_location", "clinic-house")))
                        .at(WEDNESDAY_MORNING))
                .isInstanceOf(Status.Closed.class);
        assertThat(requireNonNull(points.get(id("service_at_location", "clinic-annex")))
                        .at(WEDNESDAY_MORNING))
                .isInstanceOf(Status.Open.class);
    }

    private Status status(String service) {
        return hours(service).at(WEDNESDAY_MORNING);
    }

    /** Of the one point the service has: itself at its place, or itself. */
    private OpeningHours hours(String service) {
        var points = timetable.of(List.of(id("service", service)));
        return requireNonNull(points.values().iterator().next());
    }

    private UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }
}
