package org.opensocialnet.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.directory.DirectoryChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@RecordApplicationEvents
class IntakeTest {

    static final String KITCHEN = "organization | id=kitchen | name=Κουζίνα της γειτονιάς | description=Μαγειρεύουμε";
    static final String MEALS = "service | id=meals | organization_id=kitchen | name=Συσσίτιο | status=active";
    static final String HALL =
            "location | id=hall | location_type=physical | name=Αίθουσα | latitude=37.98 | longitude=23.72";
    static final String MEALS_AT_HALL = "service_at_location | id=m-h | service_id=meals | location_id=hall";
    static final String PHONE = "phone | id=p1 | service_id=meals | number=210 000 0001";
    static final String SECOND_PHONE = "phone | id=p2 | service_id=meals | number=210 000 0002";

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    Given given;
    String source;

    @BeforeEach
    void anotherSource() {
        source = "s-" + UUID.randomUUID();
        given = new Given(intakes, source);
    }

    @Test
    void keepsRowsWhateverTheirOrder() {
        var report = given.take(IntakeOptions.wholeSource(), PHONE, MEALS_AT_HALL, MEALS, HALL, KITCHEN);
        assertThat(report.problems()).isEmpty();
        assertThat(report.total().added()).isEqualTo(5);
        assertThat(report.saved()).isTrue();
        assertThat(names("service")).containsExactly("Συσσίτιο");
        assertThat(events.stream(DirectoryChanged.class)).contains(new DirectoryChanged(source));
    }

    @Test
    void someHundredRowsAreKnownToTheDatabaseAtOnceSoThatItPlansForThem() {
        var places = IntStream.range(0, 300)
                .mapToObj("location | id=place-%d | location_type=physical | name=Χώρος"::formatted)
                .toArray(String[]::new);
        given.take(IntakeOptions.wholeSource(), places);
        assertThat(jdbc.sql("select reltuples from pg_class where oid = 'directory.location'::regclass")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(300);
    }

    @Test
    void bringingTheSameAgainTouchesNothing() {
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, HALL, MEALS_AT_HALL, PHONE);
        var before = stamps();
        var report = given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, HALL, MEALS_AT_HALL, PHONE);
        assertThat(report.total().unchanged()).isEqualTo(5);
        assertThat(report.total().added()
                        + report.total().changed()
                        + report.total().gone())
                .isZero();
        assertThat(stamps()).isEqualTo(before);
    }

    @Test
    void whatDiffersIsUpdatedAndNeverDoubled() {
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, PHONE);
        var report = given.take(
                IntakeOptions.wholeSource(), KITCHEN, MEALS.replace("Συσσίτιο", "Συσσίτιο το βράδυ"), SECOND_PHONE);
        assertThat(count(report, "service").changed()).isOne();
        assertThat(count(report, "phone").added()).isOne();
        assertThat(count(report, "phone").gone()).isOne();
        assertThat(names("service")).containsExactly("Συσσίτιο το βράδυ");
        assertThat(numbers()).containsExactly("210 000 0002");
    }

    @Test
    void whatItsSourceNoLongerHasBecomesInactiveAndComesBack() {
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, HALL, MEALS_AT_HALL, PHONE);
        var without = given.take(IntakeOptions.wholeSource(), KITCHEN, HALL);
        assertThat(count(without, "service").gone()).isOne();
        assertThat(status()).isEqualTo("inactive");
        assertThat(goneServices()).isOne();
        assertThat(numbers()).as("what hung on it waits with it").hasSize(1);
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, HALL, MEALS_AT_HALL, PHONE);
        assertThat(status()).isEqualTo("active");
        assertThat(goneServices()).isZero();
    }

    @Test
    void singleRowsLeaveEverythingElseAlone() {
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, PHONE);
        given.take(IntakeOptions.singleRows(), SECOND_PHONE);
        assertThat(numbers()).hasSize(2);
        assertThat(goneServices()).isZero();
    }

    @Test
    void wholeRecordsReplaceWhatHangsOnThemAndLeaveOthers() {
        given.take(
                IntakeOptions.wholeSource(),
                KITCHEN,
                MEALS,
                PHONE,
                HALL,
                MEALS_AT_HALL,
                "service | id=showers | organization_id=kitchen | name=Ντους | status=active");
        given.take(IntakeOptions.wholeRecords(), KITCHEN, MEALS, SECOND_PHONE);
        assertThat(numbers()).containsExactly("210 000 0002");
        assertThat(goneServices()).isZero();
        assertThat(jdbc.sql(
                                "select count(*) from directory.service_at_location where record_source = ? and gone_at is not null")
                        .param(source)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aDryRunCountsButKeepsNothing() {
        var report = given.take(IntakeOptions.wholeSource().asDryRun(), KITCHEN, MEALS);
        assertThat(report.total().added()).isEqualTo(2);
        assertThat(report.saved()).isFalse();
        assertThat(names("service")).isEmpty();
    }

    @Test
    void strictnessRefusesAllForOneBadRow() {
        var report = given.take(IntakeOptions.wholeSource().strictly(), KITCHEN, MEALS.replace("active", "perhaps"));
        assertThat(report.refused()).isTrue();
        assertThat(report.saved()).isFalse();
        assertThat(names("organization")).isEmpty();
    }

    @Test
    void badCellsAreToldByFileRowColumnValueAndReason() {
        var report = given.take(
                IntakeOptions.wholeSource(),
                KITCHEN,
                MEALS + " | assured_date=31/12/2026",
                "location | id=far | location_type=physical | latitude=123 | longitude=23");
        assertThat(report.problems())
                .containsExactlyInAnyOrder(
                        new IntakeProblem(
                                "service.csv",
                                2,
                                "service",
                                "assured_date",
                                "31/12/2026",
                                "is not a date like 2026-11-21",
                                true),
                        new IntakeProblem(
                                "location.csv", 3, "location", "latitude", "123", "is not between -90 and 90", true));
        assertThat(report.total().leftOut()).isEqualTo(2);
        assertThat(report.total().added()).isOne();
    }

    @Test
    void whatHangsOnARowLeftOutIsLeftOutForThatReason() {
        var report = given.take(
                IntakeOptions.wholeSource(), KITCHEN, MEALS.replace("active", "perhaps"), HALL, MEALS_AT_HALL, PHONE);
        assertThat(report.problems().stream().map(IntakeProblem::reason))
                .containsExactlyInAnyOrder(
                        "is not one of active, inactive, defunct, temporarily closed",
                        "the service it names was left out",
                        "the service it names was left out");
    }

    @Test
    void recordsNobodyKnowsAreNamed() {
        var report = given.take(
                IntakeOptions.wholeSource(),
                KITCHEN,
                MEALS.replace("=kitchen", "=nobody"),
                "attribute | id=x | link_id=kitchen | link_entity=organization | taxonomy_term_id=nothing");
        assertThat(report.problems().stream().map(IntakeProblem::reason))
                .containsExactlyInAnyOrder(
                        "there is no organization with this id", "there is no taxonomy_term with this id");
    }

    @Test
    void aRowLeftOutDoesNotMakeItsRecordInactive() {
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, PHONE);
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS.replace("active", "perhaps"), PHONE);
        assertThat(status()).isEqualTo("active");
        assertThat(numbers()).hasSize(1);
    }

    @Test
    void anotherSourcesRecordsStayAsTheyAre() {
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS);
        var stranger = new Given(intakes, "x-" + UUID.randomUUID());
        var kitchen = given.id("organization", "kitchen");
        var report = stranger.take(
                IntakeOptions.wholeSource(),
                "organization | id=" + kitchen + " | name=Ξένη κουζίνα",
                "phone | id=p | service_id=" + given.id("service", "meals") + " | number=1");
        assertThat(report.problems().stream().map(IntakeProblem::reason))
                .containsExactlyInAnyOrder(
                        "this record belongs to another source", "it hangs on a record of another source");
        assertThat(names("organization")).containsExactly("Κουζίνα της γειτονιάς");
    }

    @Test
    void ofTwoRowsWithOneIdTheFirstCounts() {
        var report = given.take(IntakeOptions.wholeSource(), KITCHEN, KITCHEN.replace("γειτονιάς", "αγοράς"));
        assertThat(report.problems())
                .singleElement()
                .extracting(IntakeProblem::line)
                .isEqualTo(2L);
        assertThat(names("organization")).containsExactly("Κουζίνα της γειτονιάς");
    }

    @Test
    void nothingStandsAboveItself() {
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=a | name=Α | parent_organization_id=b",
                "organization | id=b | name=Β | parent_organization_id=a",
                "organization | id=c | name=Γ | parent_organization_id=b",
                "organization | id=d | name=Δ");
        assertThat(names("organization")).containsExactly("Α", "Β", "Γ", "Δ");
        assertThat(parents()).as("who hangs on the circle keeps its parent").isEqualTo(1);
        assertThat(report.problems())
                .hasSize(2)
                .allMatch(problem -> !problem.leftOut() && problem.reason().equals("it would stand above itself"));
    }

    @Test
    void aReferenceThatMayBeMissingIsLeftAwayAndTheRowStays() {
        var unknown = KITCHEN + " | parent_organization_id=nobody";
        var report = given.take(
                IntakeOptions.wholeSource(), unknown, MEALS + " | program_id=none", PHONE.replace("=meals", "=no"));
        assertThat(report.problems())
                .extracting(IntakeProblem::table, IntakeProblem::column, IntakeProblem::leftOut)
                .containsExactlyInAnyOrder(
                        tuple("organization", "parent_organization_id", false),
                        tuple("service", "program_id", false),
                        tuple("phone", "service_id", true));
        assertThat(report.total().leftOut()).isOne();
        assertThat(names("service")).containsExactly("Συσσίτιο");
        var refused = given.take(IntakeOptions.wholeSource().strictly(), unknown.replace("Κουζίνα", "Άλλη"));
        assertThat(refused.refused()).isTrue();
    }

    @Test
    void unknownTablesAndColumnsAreRemarkedOnceAndIgnored() {
        var report = given.take(
                IntakeOptions.wholeSource().strictly(),
                KITCHEN + " | colour=blue",
                "organization | id=d | name=Δ | colour=red",
                "meta_table_description | id=1");
        assertThat(report.problems()).hasSize(2).allMatch(problem -> !problem.leftOut());
        assertThat(report.saved()).isTrue();
    }

    @Test
    void hostileTextIsRefusedWithWords() {
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=a | name=" + "x".repeat(100_001),
                "organization | id=b | name=nul\0l",
                "organization | id=c | name=half \ud83d",
                "organization | id=d | name=ok | website=JavaScript:alert(1)",
                "organization | id=e | name=ok | translations={\"en\":{\"name\":\"a\\u0000b\"}}",
                "organization | id=f | name=ok | translations={\"en\":\"name\"}",
                "organization | id=g | name=tab\\and \"quotes\" '; drop table directory.service; -- 🙂");
        assertThat(report.problems().stream().map(IntakeProblem::reason))
                .containsExactly(
                        "is longer than 100000 characters",
                        "holds a control character",
                        "holds half a character",
                        "is no address a reader can be sent to",
                        "holds a control character",
                        "is not like {\"en\": {\"name\": \"…\"}}");
        assertThat(names("organization")).containsExactly("tab\\and \"quotes\" '; drop table directory.service; -- 🙂");
    }

    @Test
    void hoursToldInProseAreAlsoKeptAsHoursWhereTheyAreCertain() {
        var prose = "schedule | id=h | service_id=meals | description=Monday-Friday, 8:30-5";
        var doubt = "schedule | id=v | service_id=meals | description=Varies by route";
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, prose, doubt);
        assertThat(hours()).containsExactly("MO,TU,WE,TH,FR 08:30:00-17:00:00");
        var again = given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, prose, doubt);
        assertThat(again.total().unchanged()).isEqualTo(5);
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS, doubt);
        assertThat(hours()).isEmpty();
    }

    private List<String> hours() {
        return jdbc.sql("""
                        select byday || ' ' || opens_at || '-' || closes_at from directory.schedule
                        where record_source = ? and parsed""")
                .param(source)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void anEmptyDeliveryChangesNothing() {
        given.take(IntakeOptions.wholeSource(), KITCHEN, MEALS);
        assertThat(given.take(IntakeOptions.wholeSource()).total().gone()).isZero();
        assertThat(status()).isEqualTo("active");
    }

    @Test
    void codesOfAVocabularyAreUniqueAndMaySwap() {
        var words = "taxonomy | id=t | name=Λέξεις";
        var report = given.take(
                IntakeOptions.wholeSource(),
                words,
                "taxonomy_term | id=a | taxonomy_id=t | code=1 | name=Ένα",
                "taxonomy_term | id=b | taxonomy_id=t | code=2 | name=Δύο",
                "taxonomy_term | id=c | taxonomy_id=t | code=2 | name=Πάλι δύο");
        assertThat(report.problems())
                .singleElement()
                .extracting(IntakeProblem::reason)
                .isEqualTo("another one has this code");
        report = given.take(
                IntakeOptions.wholeSource(),
                words,
                "taxonomy_term | id=a | taxonomy_id=t | code=2 | name=Ένα",
                "taxonomy_term | id=b | taxonomy_id=t | code=1 | name=Δύο");
        assertThat(report.problems()).isEmpty();
        assertThat(count(report, "taxonomy_term").changed()).isEqualTo(2);
    }

    private static IntakeReport.TableCount count(IntakeReport report, String table) {
        return report.tables().stream()
                .filter(count -> count.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String table) {
        return jdbc.sql("select name from directory." + table + " where record_source = ? order by name")
                .param(source)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> numbers() {
        return jdbc.sql("select number from directory.phone where record_source = ? order by number")
                .param(source)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private int parents() {
        return jdbc.sql("""
                        select count(*) from directory.organization
                        where record_source = ? and parent_organization_id is not null""").param(source).query(Integer.class).single();
    }

    private String status() {
        return jdbc.sql("select status from directory.service where record_source = ?")
                .param(source)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private int goneServices() {
        return jdbc.sql("select count(*) from directory.service where record_source = ? and gone_at is not null")
                .param(source)
                .query(Integer.class)
                .single();
    }

    private List<String> stamps() {
        return jdbc.sql("""
                        select changed_in::text from directory.service where record_source = :source
                        union all select changed_in::text from directory.organization where record_source = :source""")
                .param("source", source)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
