package org.opensocialnet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.File;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.database.Sight;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("desk-sample")
class GateTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Members members;

    AtTheDesk desk() {
        return AtTheDesk.of(context);
    }

    @Test
    void whoIsNotSignedInIsSentToSignInAndBack() {
        var answer = desk().stranger().get("/en/desk/sample/me?x=1");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/en/sign-in");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-next=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void whoAsksForOneExportAfterAnotherIsAskedToWaitAndTheNeighbourIsNot() {
        var stranger = desk().stranger();
        var greedy = IntStream.range(0, 31)
                .mapToObj(_ -> from(stranger, "198.51.100.7", "/en/find.csv"))
                .toList();
        assertThat(greedy)
                .extracting(HttpResponse::statusCode)
                .containsOnlyOnce(429)
                .endsWith(429);
        assertThat(greedy.getLast().headers().firstValue("Retry-After")).isPresent();
        assertThat(greedy.getLast().body()).contains("Try again in 10 seconds");
        assertThat(from(stranger, "198.51.100.200", "/find.xlsx").statusCode()).isEqualTo(429);
        assertThat(from(stranger, "198.51.100.7", "/find").statusCode()).isEqualTo(200);
        assertThat(from(stranger, "203.0.113.7", "/find.csv").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> from(Visitor who, String address, String path) {
        return who.send(who.asked(path).header("X-Forwarded-For", address));
    }

    @Test
    void aProgramWithoutASessionIsToldSo() {
        var stranger = desk().stranger();
        var answer = stranger.send(stranger.asked("/desk/sample/me").setHeader("Accept", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aMemberComesInWithTheOwnSight() {
        var answer = desk().as(Role.EDITOR, DeskSamples.SUN).get("/desk/sample/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains("\"role\":\"editor\"", "\"reach\":\"ORGANIZATION\"", "\"purpose\":\"desk\"")
                .contains("\"database\":\"" + DeskSamples.SUN);
    }

    @Test
    void aMemberOfTheNetworkActsForNoOrganisation() {
        assertThat(desk().as(Role.COORDINATOR, null).get("/desk/sample/me").body())
                .contains("\"reach\":\"NETWORK\"", "\"database\":\"none\"");
    }

    @Test
    void whatARoleDoesNotAllowIsRefused() {
        var path = "/desk/sample/trail"; // asks for trail.read
        var heard = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(Gate.class);
        log.setLevel(Level.INFO);
        log.addAppender(heard);
        heard.start();
        var eleni = desk().as(Role.EDITOR, DeskSamples.SUN);
        assertThat(eleni.get(path).statusCode()).isEqualTo(403);
        log.detachAppender(heard);
        assertThat(heard.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getKeyValuePairs())
                        .extracting(pair -> pair.key + "=" + pair.value)
                        .containsExactly("pattern=" + path, "member=" + eleni.member()));
        assertThat(desk().as(Role.AUDITOR, null).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void twoTabsLeaveTheSameWordInASessionAtOnce() {
        var sessions = context.getBean(FindByIndexNameSessionRepository.class);
        var eleni = desk().as(Role.EDITOR, DeskSamples.SUN);
        var id = Objects.requireNonNull(eleni.session());
        assertThat(leftByBoth(sessions, id)).isEqualTo("second");
    }

    private static <S extends Session> String leftByBoth(SessionRepository<S> sessions, String id) {
        var one = Objects.requireNonNull(sessions.findById(id));
        var other = Objects.requireNonNull(sessions.findById(id));
        one.setAttribute("said", "first");
        other.setAttribute("said", "second");
        sessions.save(one);
        sessions.save(other);
        return Objects.requireNonNull(sessions.findById(id)).getRequiredAttribute("said");
    }

    /** Else each page would cost a write and a flush of the disk. */
    @Test
    void aPageThatOnlyReadsLeavesTheSessionAsItWas() throws Exception {
        var eleni = desk().as(Role.EDITOR, DeskSamples.SUN);
        var before = versionOf(eleni);
        assertThat(eleni.get("/desk/sample/me").statusCode()).isEqualTo(200);
        assertThat(versionOf(eleni)).isEqualTo(before);
        var later = desk().signedIn(desk().member(Set.of(Role.EDITOR), DeskSamples.SUN), Duration.ofMinutes(2));
        var old = versionOf(later);
        assertThat(later.get("/desk/sample/me").statusCode()).isEqualTo(200);
        assertThat(versionOf(later))
                .as("once a minute it is noted that she is there")
                .isNotEqualTo(old);
    }

    private String versionOf(AtTheDesk.Visitor visitor) throws Exception {
        return Sight.job("session")
                .call(() -> context.getBean(TransactionTemplate.class)
                        .execute(_ -> context.getBean(JdbcClient.class)
                                .sql("""
                                select string_agg(version, ' ' order by version)
                                from (select s.xmin || '' as version
                                      from access.session s
                                      where s.session_id = :session
                                      union all
                                      select a.attribute_name || a.xmin
                                      from access.session s
                                      join access.session_attributes a on a.session_primary_id = s.primary_id
                                      where s.session_id = :session) versions
                                """)
                                .param("session", visitor.session())
                                .query(String.class)
                                .single()));
    }

    @Test
    void anothersRecordIsNotThere() {
        var path = "/desk/sample/own/" + DeskSamples.THING_OF_SUN;
        assertThat(desk().as(Role.EDITOR, DeskSamples.SUN).get(path).statusCode())
                .isEqualTo(200);
        assertThat(desk().as(Role.EDITOR, DeskSamples.MOON).get(path).statusCode())
                .isEqualTo(404);
        assertThat(desk().as(Role.COORDINATOR, null).get(path).statusCode()).isEqualTo(200);
        assertThat(desk().as(Role.CASEWORKER, DeskSamples.SUN).get(path).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/sample/own/01900000-0000-7000-8000-0000000000ff",
                "/desk/sample/own/nonsense",
                "/desk/sample/own/1-1-1-1-1",
                "/desk/sample/forgotten",
                "/desk/nothing",
                "/desk/sample/me/",
                "/desk/sample/own/01900000-0000-7000-8000-0000000000a1;x=1",
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(desk().as(Role.EDITOR, DeskSamples.SUN).get(path).statusCode())
                .isIn(400, 404);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        var eleni = desk().as(Role.EDITOR, DeskSamples.SUN);
        var fields = Map.of("text", "καλημέρα");
        assertThat(eleni.post("/desk/sample/me", fields).body()).isEqualTo("typed καλημέρα");
        assertThat(eleni.postWithoutToken("/desk/sample/me", fields).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsDisabledIsOutAtTheNextStep() {
        var eleni = desk().as(Role.EDITOR, DeskSamples.SUN);
        assertThat(eleni.get("/desk/sample/me").statusCode()).isEqualTo(200);
        Sight.job("sign-in").run(() -> members.become(eleni.member(), State.DISABLED));
        assertThat(eleni.get("/desk/sample/me").statusCode()).isEqualTo(303);
    }

    @Test
    void whoLosesTheLastRoleIsOutAtTheNextStep() {
        var eleni = desk().as(Role.EDITOR, DeskSamples.SUN);
        Sight.job("sign-in").run(() -> members.give(eleni.member(), DeskSamples.SUN, Set.of()));
        assertThat(eleni.get("/desk/sample/me").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
    void aForgedCookieOpensNothing(String session) {
        var forger = new AtTheDesk.Visitor(
                desk().stranger().member(), session, desk().stranger().port());
        assertThat(forger.get("/desk/sample/me").statusCode()).isEqualTo(303);
    }

    @Test
    void pagesForEverybodyLeaveNoCookieEvenToMembers() {
        for (var visitor : List.of(desk().stranger(), desk().as(Role.EDITOR, DeskSamples.SUN))) {
            var answer = visitor.get("/privacy");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(answer.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void whoDidNothingForLongSignsInAgain() {
        var eleni = desk().member(Set.of(Role.EDITOR), DeskSamples.SUN);
        assertThat(desk().signedIn(eleni, Duration.ofMinutes(59))
                        .get("/desk/sample/me")
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk().signedIn(eleni, Duration.ofMinutes(61))
                        .get("/desk/sample/me")
                        .statusCode())
                .isEqualTo(303);
        var admin = desk().member(Set.of(Role.ADMINISTRATOR), null);
        assertThat(desk().signedIn(admin, Duration.ofMinutes(21))
                        .get("/desk/sample/me")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aSessionTakesBackTextsNumbersAndYesOrNoAndNothingElse() throws Exception {
        var converter = SessionConfig.serialization();
        for (Object plain : List.of("text", 7L, true)) {
            assertThat(converter.convert(converter.convert(plain, byte[].class), Object.class))
                    .isEqualTo(plain);
        }
        for (Object other : List.of(
                new ArrayList<>(List.of("text")),
                new HashMap<>(Map.of("a", "b")),
                new byte[] {1},
                new String[] {"text"},
                UUID.randomUUID(),
                Role.EDITOR,
                Duration.ZERO,
                new File("/"),
                URI.create("http://localhost/").toURL(),
                new BigInteger("7"),
                new IllegalStateException("text"))) {
            var bytes = converter.convert(other, byte[].class);
            assertThatThrownBy(() -> converter.convert(bytes, Object.class))
                    .as(other.getClass().getName())
                    .hasStackTraceContaining("REJECTED");
        }
    }

    @Test
    void whatIsDangerousAsksAgainWhoOneIs() {
        var eleni = desk().member(Set.of(Role.EDITOR), DeskSamples.SUN);
        assertThat(desk().signedIn(eleni).get("/desk/sample/guarded").statusCode())
                .isEqualTo(200);
        var answer = desk().signedIn(eleni, Duration.ofMinutes(11)).get("/desk/sample/guarded");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in/again");
    }

    @Test
    void whatWasTypedAfterTheSessionEndedIsKeptForItsSenderAlone() {
        var eleni = desk().member(Set.of(Role.EDITOR), DeskSamples.SUN);
        var sent = desk().signedIn(eleni, Duration.ofHours(2))
                .post("/desk/sample/me", Map.of("text", "μια μεγάλη <σκέψη>"));
        assertThat(sent.statusCode()).isEqualTo(303);
        var cookie = sent.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("__Host-kept="))
                .map(set -> set.substring(0, set.indexOf(';')))
                .findFirst()
                .orElseThrow();

        var again = desk().signedIn(eleni);
        var page = again.send(again.asked("/desk/kept", cookie).GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"text\"", "μια μεγάλη &lt;σκέψη");
        var other = desk().as(Role.EDITOR, DeskSamples.SUN);
        assertThat(other.send(other.asked("/desk/kept", cookie).GET()).statusCode())
                .isEqualTo(302);
        var onwards = again.send(again.form("/desk/kept", Map.of("text", "μια μεγάλη <σκέψη>"), cookie));
        assertThat(onwards.statusCode()).isEqualTo(307);
        assertThat(onwards.headers().firstValue("Location")).contains("/desk/sample/me");
        assertThat(again.send(again.asked("/desk/kept", cookie).GET()).statusCode())
                .isEqualTo(302);
    }
}
