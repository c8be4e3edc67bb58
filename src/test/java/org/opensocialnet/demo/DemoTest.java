package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.opensocialnet.access.Members;
import org.opensocialnet.chronicle.Chronicle;
import org.opensocialnet.chronicle.RequestStory;
import org.opensocialnet.database.Rows;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.demo.DemoSettings.Size;
import org.opensocialnet.doubles.Doubles;
import org.opensocialnet.imports.Imports;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.intake.RowOrigin;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.ledger.Asked;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.LedgerFigures;
import org.opensocialnet.people.People;
import org.opensocialnet.places.Places;
import org.opensocialnet.population.Population;
import org.opensocialnet.questionnaire.EditionRehearsal;
import org.opensocialnet.reports.ReportBox;
import org.opensocialnet.rounds.Rehearsal;
import org.opensocialnet.signin.Invitations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** The city in a real directory, one chapter after the other. */
@SpringBootTest(properties = "osn.demo.enabled=true")
@AutoConfigureMockMvc
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    private static final int PROFESSIONALS_ONLY = 3;

    /** The trail of what was done is never cut, nor what jobs did; the directory knows that what is gone was there once. */
    private static final Pattern STAYS =
            Pattern.compile("audit\\.act|chores\\.chore|database\\.job|(directory|doubles|drafts|imports)\\..*");

    private static final ApplicationArguments NO_ARGUMENTS = new DefaultApplicationArguments();

    @TestConfiguration
    static class Saturday {
        @Bean
        @Primary
        Clock saturday() {
            return Clock.fixed(Instant.parse("2026-11-21T11:30:00Z"), ZoneId.of("Europe/Athens"));
        }
    }

    /** What a city has that never had the demo: counted after the directory's own words and before the invented city. */
    static final Map<String, Long> FRESH = new TreeMap<>();

    @TestConfiguration
    static class BeforeTheCity {
        @Bean
        @org.springframework.core.annotation.Order(Ordered.HIGHEST_PRECEDENCE + 1)
        ApplicationRunner fresh() {
            return _ -> FRESH.putAll(rows());
        }
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("demo_test");
        properties.add("osn.database.url", () -> url);
    }

    @Autowired
    Demo demo;

    @Autowired
    MockMvcTester web;

    @Autowired
    Places places;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    @Autowired
    Chronicle chronicle;

    @Autowired
    LedgerFigures figures;

    @Autowired
    Population population;

    @Autowired
    RequestStory requests;

    @Autowired
    Imports imports;

    @Autowired
    Doubles doubles;

    @Autowired
    Members members;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    ReportBox reports;

    @Autowired
    EditionRehearsal editions;

    @Test
    @org.junit.jupiter.api.Order(1)
    void isThereWhenTheServerHasStarted() {
        assertThat(demo.isThere()).isTrue();
        assertThat(publicServices()).isEqualTo(CityTest.CITY.rows("service").size() - PROFESSIONALS_ONLY);
    }

    @Test
    @org.junit.jupiter.api.Order(2)
    void everyTermIsOneOfTheDirectorysOwnWords() {
        assertThat(count("select count(*) from directory.public_attribute where record_source = 'demo'"))
                .isGreaterThan(700);
    }

    @Test
    @org.junit.jupiter.api.Order(3)
    void tellingItAgainChangesNothing() {
        var before = lastChange();
        jdbc.sql("delete from demo.loaded").update();
        demo.settle();
        assertThat(demo.isThere()).isTrue();
        assertThat(lastChange()).isEqualTo(before);
    }

    @Test
    @org.junit.jupiter.api.Order(4)
    void confidentialPlacesLeaveTheDirectoryWithoutAPoint() {
        assertThat(count("select count(*) from directory.public_location where confidential"))
                .isGreaterThanOrEqualTo(3);
        assertThat(count("""
                select count(*) from directory.public_location l
                left join directory.public_address a on a.location_id = l.id
                where l.confidential and (l.latitude is not null or l.name not like '%Δημοτική Κοινότητα' or a.id is not null)
                """)).isZero();
    }

    @Test
    @org.junit.jupiter.api.Order(5)
    void neverTouchesAnotherSourcesRecords() {
        try (var intake = intakes.open("own", "Open Social Net", IntakeOptions.singleRows())) {
            intake.accept(
                    "organization",
                    new RowOrigin("test", 1),
                    Map.of("id", Row.id("a neighbour").toString(), "name", "Γείτονας"));
            assertThat(intake.finish().saved()).isTrue();
        }
        settle(new DemoSettings(false, Size.SMALL, 0));
        assertThat(demo.isThere()).isFalse();
        assertThat(publicServices()).isZero();
        assertThat(
                        count(
                                "select count(*) from directory.public_organization where name = 'Γείτονας' and gone_at is null"))
                .isOne();
    }

    @Test
    @org.junit.jupiter.api.Order(6)
    void growsToTheLargeCityAndShrinksAgain() {
        settle(new DemoSettings(true, Size.LARGE, 600));
        assertThat(publicServices()).isEqualTo(600 - PROFESSIONALS_ONLY);
        settle(new DemoSettings(true, Size.SMALL, 0));
        assertThat(publicServices()).isEqualTo(CityTest.CITY.rows("service").size() - PROFESSIONALS_ONLY);
    }

    @Test
    @org.junit.jupiter.api.Order(7)
    void everyPageSaysThatTheCityIsInvented() {
        assertThat(web.get().uri("/privacy"))
                .hasStatusOk()
                .bodyText()
                .contains("τα στοιχεία είναι επινοημένα", "/demo");
        assertThat(web.get().uri("/en/demo")).hasStatusOk().bodyText().contains("the data are invented");
    }

    @Test
    @org.junit.jupiter.api.Order(8)
    void everyPlaceLiesInTheCommunityItNames() {
        var found = jdbc.sql("""
                select latitude, longitude, zone from directory.public_location
                where record_source = 'demo' and latitude is not null and gone_at is null
                """).query(Rows.of(Spot.class)).list();
        assertThat(found)
                .hasSizeGreaterThan(80)
                .filteredOn(spot -> places.communityAt(new GeoPoint(spot.latitude, spot.longitude))
                        .filter(community -> community.code().equals(spot.zone))
                        .isEmpty())
                .as("near the schematic borders a few may lie beyond")
                .hasSizeLessThan(5);
    }

    @Test
    @org.junit.jupiter.api.Order(9)
    void theLedgersStoryIsTakenOutForGood() {
        assertThat(chronicle.tell(20)).isPositive();
        chronicle.takeOut();
        Sight.job("test").run(() -> {
            assertThat(lines(Asked.asOf(LocalDate.now(clock))).getFirst())
                    .returns(0L, line -> line.need().entries())
                    .returns(0L, line -> line.met().entries())
                    .returns(0L, line -> line.delivered().people());
            assertThat(population.at(LocalDate.now(clock))).isEmpty();
        });
    }

    @Test
    @org.junit.jupiter.api.Order(10)
    void theLedgerTellsTwoYearsUpToYesterdayAndGoesOnTheNextDay() {
        long entries = chronicle.tell(730);
        assertThat(entries).isBetween(250_000L, 350_000L);
        assertThat(chronicle.tell(730)).as("told already").isZero();
        Sight.job("test").run(() -> {
            var yesterday = LocalDate.now(clock).minusDays(1);
            assertThat(lines(Asked.between(yesterday.minusDays(729), yesterday, Axis.ORGANIZATION)))
                    .hasSizeGreaterThan(30);
            assertThat(lines(Asked.between(yesterday.plusDays(1), yesterday.plusYears(1))))
                    .allSatisfy(line -> assertThat(line.delivered().entries()).isZero());
        });
    }

    @Test
    @org.junit.jupiter.api.Order(11)
    void twoHundredRequestsStandInAllStatesAndOneOfThemIsTheLoopInTheMiddleOfHappening() throws SQLException {
        assertThat(requests.tell()).isEqualTo(200);
        assertThat(requests.tell()).as("told already").isZero();
        assertThat(texts("select distinct status from support.request")).hasSize(15);
        assertThat(texts("select distinct asker from support.request"))
                .containsExactlyInAnyOrder("organization", "person", "public", "team");
        assertThat(texts("select distinct kind from support.line")).hasSize(6);
        assertThat(texts("select distinct to_char(made_at, 'YYYY-MM') from support.request"))
                .hasSizeGreaterThan(8);
        assertThat(texts("""
                select r.status || ' ' || l.quantity::int || ' ' || l.covered::int || ' ' || l.going::int
                from support.request r join support.line l on l.request = r.id
                where r.from_type = 'soup-kitchen' and r.from_group = 'older'
                """)).containsExactly("InDelivery 300 180 40");
        assertThat(texts("select kind from ledger.need where kind like 'support.%' and kind <> 'support.invented'"))
                .isEmpty();
    }

    @Test
    @org.junit.jupiter.api.Order(12)
    void noFigureIsOfABodyThatExists() throws SQLException {
        var named = new ArrayList<String>();
        for (var column : columnsOfOrganizations()) {
            named.addAll(texts("""
                    select distinct '%s ' || o.name from %s t
                    join directory.organization o on o.id = t.%s
                    where o.record_source = 'demo' and o.description not like '%%επινοημένος για την πόλη%%'
                    """.formatted(column.table(), column.table(), column.name())));
        }
        named.addAll(texts("""
                select distinct 'directory.service_capacity ' || o.name
                from directory.service_capacity c
                join directory.service s on s.id = c.service_id
                join directory.organization o on o.id = s.organization_id
                where o.record_source = 'demo' and o.description not like '%επινοημένος για την πόλη%'
                """));
        assertThat(named).isEmpty();
    }

    @Test
    @org.junit.jupiter.api.Order(13)
    void takenOutItLeavesNothing() throws SQLException {
        takeOut();
        var left = more(rows());
        left.keySet().removeIf(STAYS.asMatchPredicate());
        assertThat(left).isEmpty();
    }

    /** Which tables hold more, or fewer, rows than a city that never had the demo. */
    private static Map<String, Long> more(Map<String, Long> rows) {
        var more = new TreeMap<String, Long>();
        rows.forEach((table, count) -> {
            long change = count - FRESH.getOrDefault(table, 0L);
            if (change != 0) {
                more.put(table, change);
            }
        });
        return more;
    }

    private void takeOut() {
        var off = new DemoSettings(false, Size.SMALL, 0);
        settle(off);
        new Neighbours(imports, doubles, off, jdbc, transactions).settle();
        new DemoMembers(members, invitations, jdbc, transactions, off).run(NO_ARGUMENTS);
        new DemoPeople(people, off, clock).run(NO_ARGUMENTS);
        new DemoRounds(rehearsal, reports, jdbc, transactions, off, clock).run(NO_ARGUMENTS);
        new DemoEditions(editions, jdbc, transactions, off, clock).run(NO_ARGUMENTS);
        chronicle.takeOut();
    }

    private static Map<String, Long> rows() throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : texts("""
                select schemaname || '.' || tablename from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema', 'public')
                """)) {
            rows.put(
                    table,
                    Long.valueOf(texts("select count(*)::text from " + table).getFirst()));
        }
        return rows;
    }

    /** A column that names an organisation. */
    private record Column(String table, String name) {}

    /** Wherever figures, places, envelopes and requests stand. */
    private static List<Column> columnsOfOrganizations() throws SQLException {
        return texts("""
                select table_schema || '.' || table_name || ' ' || column_name from information_schema.columns
                where table_schema in ('ledger', 'budget', 'treasury', 'support', 'pledges', 'funding', 'deliveries')
                  and data_type = 'uuid' and column_name in ('organization', 'beneficiary', 'receiver', 'supplier')
                """).stream()
                .map(line -> new Column(line.split(" ")[0], line.split(" ")[1]))
                .toList();
    }

    private static List<String> texts(String question) throws SQLException {
        try (var keeper = TestDatabase.keeper("demo_test");
                var statement = keeper.createStatement();
                var found = statement.executeQuery(question)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }

    private List<LedgerFigures.Line> lines(Asked asked) {
        return Objects.requireNonNull(transactions.execute(_ -> figures.lines(asked)));
    }

    record Spot(double latitude, double longitude, String zone) {}

    private void settle(DemoSettings settings) {
        new Demo(intakes, jdbc, transactions, clock, settings).settle();
    }

    private long publicServices() {
        return count("select count(*) from directory.public_service where gone_at is null and record_source = 'demo'");
    }

    private String lastChange() {
        return jdbc.sql("""
                select concat_ws(' ',
                    (select max(changed_in::text::bigint) from directory.public_service),
                    (select max(changed_in::text::bigint) from directory.public_location),
                    (select max(changed_in::text::bigint) from directory.public_organization),
                    (select max(changed_in::text::bigint) from directory.public_service_at_location))
                """).query(String.class).single();
    }

    private long count(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }
}
