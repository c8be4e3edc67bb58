package org.opensocialnet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.audit.Finding.Trouble;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.kernel.Seeded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * PostgreSQL's superuser, who may do anything, tampers with a sealed trail in every way we could think of; the
 * verification looks on from inside of the same transaction, which then is rolled back.
 */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

    static final String DATABASE = "tampering_test";
    static final int DAYS = 4;

    record Place(LocalDate day, int number, UUID act, int lines) {}

    @Autowired
    Trail trail;

    @Autowired
    Sealing sealing;

    @Autowired
    TrailState state;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Written.TestClock clock;

    Connection keeper;
    JdbcClient jdbc;
    List<Place> places;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another(DATABASE);
        properties.add("osn.database.url", () -> url);
    }

    @BeforeAll
    void fourDaysOfWhichThreeAreClosed() throws SQLException {
        var written = new Written(trail, transactions);
        for (int day = 0; day < DAYS; day++) {
            written.lines(4 + day, "upkeep.notice.published");
            Written.seal(sealing, state);
            written.lines(5, "people.person.read");
            Written.seal(sealing, state);
            clock.go(Duration.ofDays(day < DAYS - 1 ? 1 : 0));
        }
        keeper = TestDatabase.keeper(DATABASE);
        keeper.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(keeper, true));
        places = jdbc.sql("""
                select day, number, act, count(*) over (partition by day) as lines
                from audit.link order by day, number
                """)
                .query((row, _) -> new Place(
                        row.getObject("day", LocalDate.class),
                        row.getInt("number"),
                        row.getObject("act", UUID.class),
                        row.getInt("lines")))
                .list();
        keeper.rollback();
    }

    @AfterAll
    void leave() throws SQLException {
        keeper.close();
    }

    @Test
    void untouchedItIsSound() throws SQLException {
        assertThat(findings()).isEmpty();
        keeper.rollback();
    }

    @Seeded
    void noTamperingStaysHidden(Random random) throws SQLException {
        try {
            for (var table : List.of("act", "link", "day")) {
                jdbc.sql("alter table audit." + table + " disable trigger user").update();
            }
            var expected = tamper(random);
            assertThat(findings()).containsAll(expected).isNotEmpty();
        } finally {
            keeper.rollback();
        }
    }

    private List<Finding> findings() {
        return new TrailBook(jdbc)
                .verified(TrailVerification.FIRST, TrailVerification.LAST)
                .findings();
    }

    /** Does one bad thing, and says what must be found; an empty list: anything. */
    private List<Finding> tamper(Random random) {
        var place = places.get(random.nextInt(places.size()));
        var inClosedDay =
                places.get(random.nextInt(places.size() - places.getLast().lines()));
        return switch (random.nextInt(13)) {
            case 0 -> changeAWord(random, place);
            case 1 -> changeTheTime(random, place);
            case 2 -> takeTheLine(place);
            case 3 -> takeLineAndLink(inClosedDay);
            case 4 -> takeTheLink(inClosedDay);
            case 5 -> insertALine(random, place);
            case 6 -> swap(random, inClosedDay);
            case 7 -> swapWhatTheyHold(random, inClosedDay);
            case 8 -> takeTheEndOfADay(random, inClosedDay);
            case 9 -> takeADay(inClosedDay);
            case 10 -> changeALineAndSealItAnew(random, inClosedDay);
            case 11 -> squeezeALineIn(random, inClosedDay);
            default -> closeADayAnew(inClosedDay);
        };
    }

    private List<Finding> changeAWord(Random random, Place place) {
        var changes = List.of(
                "member = uuidv7()",
                "organization = null",
                "role = 'other'",
                "purpose = 'other'",
                "origin = 'unknown'",
                "what = 'upkeep.notice.other'",
                "kind = 'other'",
                "subject = uuidv7()",
                "whose = null",
                "why = 'other'",
                "reach = 'SYSTEM'");
        act(changes.get(random.nextInt(changes.size())), place);
        return List.of(new Finding(Trouble.CHANGED, place.day(), place.number()));
    }

    private List<Finding> changeTheTime(Random random, Place place) {
        act("at = at + interval '%d microseconds'".formatted(1 + random.nextInt(1_000_000)), place);
        return List.of(new Finding(Trouble.CHANGED, place.day(), place.number()));
    }

    private List<Finding> takeTheLine(Place place) {
        jdbc.sql("delete from audit.act where id = ?").param(place.act()).update();
        return List.of(new Finding(Trouble.MISSING, place.day(), place.number()));
    }

    private List<Finding> takeLineAndLink(Place place) {
        takeTheLink(place);
        return takeTheLine(place);
    }

    private List<Finding> takeTheLink(Place place) {
        jdbc.sql("delete from audit.link where act = ?").param(place.act()).update();
        return List.of(new Finding(Trouble.MISSING, place.day(), place.number()));
    }

    private List<Finding> insertALine(Random random, Place place) {
        jdbc.sql("""
                insert into audit.act (id, at, role, reach, purpose, origin, what, kind, xact)
                select cast(? as uuid), at, role, reach, purpose, origin, what, kind, xact
                from audit.act where id = ?
                """)
                .params(new UUID(random.nextInt(1000), 1).toString(), place.act())
                .update();
        return List.of(new Finding(Trouble.INSERTED, place.day(), 0));
    }

    private List<Finding> swap(Random random, Place place) {
        var other = other(random, place);
        jdbc.sql("""
                update audit.link set number = number + 1000 where day = :day and number in (:one, :other);
                """)
                .param("day", place.day())
                .param("one", place.number())
                .param("other", other)
                .update();
        move(place.day(), place.number() + 1000, other);
        move(place.day(), other + 1000, place.number());
        return List.of(
                new Finding(Trouble.REORDERED, place.day(), place.number()),
                new Finding(Trouble.REORDERED, place.day(), other));
    }

    private List<Finding> swapWhatTheyHold(Random random, Place place) {
        var other = other(random, place);
        jdbc.sql("""
                with two as (
                    delete from audit.link where day = :day and number in (:one, :other) returning *
                )
                insert into audit.link (day, number, act, family, xact, content, hash)
                select a.day, a.number, b.act, b.family, b.xact, b.content, a.hash
                from two a join two b on a.number <> b.number
                """)
                .param("day", place.day())
                .param("one", place.number())
                .param("other", other)
                .update();
        return List.of(
                new Finding(Trouble.REORDERED, place.day(), place.number()),
                new Finding(Trouble.REORDERED, place.day(), other));
    }

    private List<Finding> takeTheEndOfADay(Random random, Place place) {
        var first = 2 + random.nextInt(place.lines() - 1);
        jdbc.sql("delete from audit.act where id in (select act from audit.link where day = ? and number >= ?)")
                .params(place.day(), first)
                .update();
        jdbc.sql("delete from audit.link where day = ? and number >= ?")
                .params(place.day(), first)
                .update();
        return List.of(new Finding(Trouble.MISSING, place.day(), first));
    }

    private List<Finding> takeADay(Place place) {
        jdbc.sql("delete from audit.act where id in (select act from audit.link where day = ?)")
                .param(place.day())
                .update();
        jdbc.sql("delete from audit.link where day = ?").param(place.day()).update();
        jdbc.sql("delete from audit.day where day = ?").param(place.day()).update();
        var isLastClosed = place.day().equals(places.getLast().day().minusDays(1));
        return isLastClosed
                ? List.of(new Finding(Trouble.REORDERED, place.day().plusDays(1), 1))
                : List.of(new Finding(Trouble.MISSING, place.day().plusDays(1), 0));
    }

    /** Whoever knows how the hash is made changes a line and seals it again; the next link does not follow. */
    private List<Finding> changeALineAndSealItAnew(Random random, Place place) {
        act("why = 'other'", place);
        var line = jdbc.sql("select " + TrailLine.COLUMNS + " from audit.act a where a.id = ?")
                .param(place.act())
                .query((row, _) -> TrailLine.of(row))
                .single();
        var family = jdbc.sql("select family from audit.link where act = ?")
                .param(place.act())
                .query(String.class)
                .single();
        var before = jdbc.sql("""
                select coalesce((select hash from audit.link where day = :day and number = :number - 1),
                                (select before from audit.day where day = :day))
                """)
                .param("day", place.day())
                .param("number", place.number())
                .query(byte[].class)
                .single();
        var content = Chain.content(line);
        jdbc.sql("update audit.link set content = ?, hash = ? where act = ?")
                .params(
                        content,
                        Chain.link(place.day(), place.number(), family, place.act(), content, before),
                        place.act())
                .update();
        return place.number() < place.lines()
                ? List.of(new Finding(Trouble.REORDERED, place.day(), place.number() + 1))
                : List.of(new Finding(Trouble.CHANGED, place.day(), place.number()));
    }

    private List<Finding> squeezeALineIn(Random random, Place place) {
        var where = 1 + random.nextInt(place.lines());
        jdbc.sql("update audit.link set number = number + 1000 where day = ? and number >= ?")
                .params(place.day(), where)
                .update();
        jdbc.sql("update audit.link set number = number - 999 where day = ? and number >= 1000")
                .param(place.day())
                .update();
        insertALine(new Random(7), place);
        jdbc.sql("""
                insert into audit.link (day, number, act, family, xact, content, hash)
                select l.day, :where, (select id from audit.act where id < '01000000-0000-7000-8000-000000000000'),
                       l.family, l.xact, l.content, l.hash
                from audit.link l where l.act = :act
                """).param("where", where).param("act", place.act()).update();
        return List.of(new Finding(Trouble.INSERTED, place.day(), place.lines() + 1));
    }

    private List<Finding> closeADayAnew(Place place) {
        jdbc.sql("update audit.day set closing = sha256('other') where day = ?")
                .param(place.day())
                .update();
        return List.of(new Finding(Trouble.CHANGED, place.day(), place.lines()));
    }

    private int other(Random random, Place place) {
        var others = new ArrayList<Integer>();
        for (int number = 1; number <= place.lines(); number++) {
            if (number != place.number()) {
                others.add(number);
            }
        }
        return others.get(random.nextInt(others.size()));
    }

    private void act(String change, Place place) {
        jdbc.sql("update audit.act set " + change + " where id = ?")
                .param(place.act())
                .update();
    }

    private void move(LocalDate day, int from, int to) {
        jdbc.sql("update audit.link set number = ? where day = ? and number = ?")
                .params(to, day, from)
                .update();
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Written.TestClock stopped() {
            return new Written.TestClock();
        }
    }
}
