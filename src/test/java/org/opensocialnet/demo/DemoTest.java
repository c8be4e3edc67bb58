package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.opensocialnet.chronicle.Chronicle;
import org.opensocialnet.database.Rows;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.demo.DemoSettings.Size;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.intake.RowOrigin;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.ledger.Asked;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.LedgerFigures;
import org.opensocialnet.places.Places;
import org.opensocialnet.population.Population;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
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

    @TestConfiguration
    static class Saturday {
        @Bean
        @Primary
        Clock saturday() {
            return Clock.fixed(Instant.parse("2026-11-21T11:30:00Z"), ZoneId.of("Europe/Athens"));
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

    @Test
    @Order(1)
    void isThereWhenTheServerHasStarted() {
        assertThat(demo.isThere()).isTrue();
        assertThat(publicServices()).isEqualTo(CityTest.CITY.rows("service").size() - PROFESSIONALS_ONLY);
    }

    @Test
    @Order(2)
    void everyTermIsOneOfTheDirectorysOwnWords() {
        assertThat(count("select count(*) from directory.public_attribute where record_source = 'demo'"))
                .isGreaterThan(700);
    }

    @Test
    @Order(3)
    void tellingItAgainChangesNothing() {
        var before = lastChange();
        jdbc.sql("delete from demo.loaded").update();
        demo.settle();
        assertThat(demo.isThere()).isTrue();
        assertThat(lastChange()).isEqualTo(before);
    }

    @Test
    @Order(4)
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
    @Order(5)
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
    @Order(6)
    void growsToTheLargeCityAndShrinksAgain() {
        settle(new DemoSettings(true, Size.LARGE, 600));
        assertThat(publicServices()).isEqualTo(600 - PROFESSIONALS_ONLY);
        settle(new DemoSettings(true, Size.SMALL, 0));
        assertThat(publicServices()).isEqualTo(CityTest.CITY.rows("service").size() - PROFESSIONALS_ONLY);
    }

    @Test
    @Order(7)
    void everyPageSaysThatTheCityIsInvented() {
        assertThat(web.get().uri("/privacy"))
                .hasStatusOk()
                .bodyText()
                .contains("τα στοιχεία είναι επινοημένα", "/demo");
        assertThat(web.get().uri("/en/demo")).hasStatusOk().bodyText().contains("the data are invented");
    }

    @Test
    @Order(8)
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
    @Order(9)
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
    @Order(10)
    void theLedgerTellsTwoYearsUpToYesterdayAndGoesOnTheNextDay() {
        long entries = chronicle.tell(730);
        assertThat(entries).isBetween(300_000L, 400_000L);
        assertThat(chronicle.tell(730)).as("told already").isZero();
        Sight.job("test").run(() -> {
            var yesterday = LocalDate.now(clock).minusDays(1);
            assertThat(lines(Asked.between(yesterday.minusDays(729), yesterday, Axis.ORGANIZATION)))
                    .hasSizeGreaterThan(50);
            assertThat(lines(Asked.between(yesterday.plusDays(1), yesterday.plusYears(1))))
                    .allSatisfy(line -> assertThat(line.delivered().entries()).isZero());
        });
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
