package org.opensocialnet.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Coming in by the word of another house, which is not believed when it lies. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FederationTest {

    static final OtherHouse HOUSE = new OtherHouse();
    static final UUID SUN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void agreement(DynamicPropertyRegistry settings) {
        settings.add("osn.federation.issuer", HOUSE::issuer);
        settings.add("osn.federation.client", () -> OtherHouse.CLIENT);
        settings.add("osn.federation.secret", () -> OtherHouse.SECRET);
        settings.add("osn.federation.second-step", () -> "urn:city:two");
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Members members;

    String email = "";
    String subject = "";

    @BeforeEach
    void aMemberOfTheOtherHouse() {
        HOUSE.tellsTheTruth();
        email = "eleni-%s@example.org".formatted(UUID.randomUUID());
        subject = UUID.randomUUID().toString();
        HOUSE.says = this::truth;
    }

    JWTClaimsSet.Builder truth(JWTClaimsSet.Builder claims) {
        return claims.subject(subject).claim("email", email);
    }

    UUID entered(Role role) {
        var id = new UUID[1];
        Sight.job("sign-in").run(() -> {
            id[0] = members.add(email, "Ελένη Δοκιμή", org.opensocialnet.web.Language.GREEK);
            members.give(id[0], role.ofTheNetwork() ? null : SUN, Set.of(role));
        });
        return id[0];
    }

    Visitor stranger() {
        return AtTheDesk.of(context).stranger();
    }

    record Errands(String cookie, String back) {}

    /** To the other house and signed in there; not yet back. */
    Errands sent() throws Exception {
        var sent = stranger().get("/sign-in/elsewhere/go");
        assertThat(sent.statusCode()).isEqualTo(302);
        var cookie = sent.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        var there = CLIENT.send(
                HttpRequest.newBuilder(
                                URI.create(sent.headers().firstValue("Location").orElseThrow()))
                        .build(),
                BodyHandlers.ofString());
        var back = URI.create(there.headers().firstValue("Location").orElseThrow());
        return new Errands(cookie, back.getRawPath() + "?" + back.getRawQuery());
    }

    HttpResponse<String> comesBack(Errands errands) {
        var stranger = stranger();
        return stranger.send(stranger.asked(errands.back()).setHeader("Cookie", errands.cookie()));
    }

    HttpResponse<String> comesIn() throws Exception {
        return comesBack(sent());
    }

    static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-session="))
                .map(cookie -> cookie.replaceFirst(";.*", "").replaceFirst("[^=]*=", ""))
                .findFirst()
                .orElse("");
    }

    int atTheDesk(HttpResponse<String> answer) {
        var stranger = stranger();
        return new Visitor(stranger.member(), session(answer), stranger.port())
                .get("/desk/me/passkeys")
                .statusCode();
    }

    void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(session(answer)).isEmpty();
    }

    @Test
    void whoWasInvitedComesInAndIsThenAMember() throws Exception {
        var eleni = entered(Role.EDITOR);
        var answer = comesIn();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(atTheDesk(answer)).isEqualTo(200);
        Sight.job("sign-in")
                .run(() -> assertThat(members.find(eleni).orElseThrow().state()).isEqualTo(State.ACTIVE));
    }

    @Test
    void theWayThereCarriesStateNonceAndAChallenge() {
        var sent = stranger().get("/sign-in/elsewhere/go");
        var asked = OtherHouse.fields(
                URI.create(sent.headers().firstValue("Location").orElseThrow()).getRawQuery());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", OtherHouse.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKeys("code_verifier", "client_secret");
        assertThat(asked.get("scope")).contains("openid");
        assertThat(sent.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-errand=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain(asked.get("nonce"));
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another nonce", claims -> claims.claim("nonce", "AAAA")),
                lie("no nonce", claims -> claims.claim("nonce", null)),
                lie("for somebody else", claims -> claims.audience("another-client")),
                lie(
                        "for several, us among them, and another asked",
                        claims -> claims.audience(List.of(OtherHouse.CLIENT, "another"))
                                .claim("azp", "another")),
                lie("of another house", claims -> claims.issuer("https://elsewhere.example")),
                lie(
                        "expired",
                        claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(7200)))
                                .expirationTime(Date.from(Instant.now().minusSeconds(3600)))),
                lie("without an end", claims -> claims.expirationTime(null)),
                lie("an address nobody verified", claims -> claims.claim("email_verified", false)),
                lie("an address nobody vouches for", claims -> claims.claim("email_verified", null)),
                lie("no address", claims -> claims.claim("email", null)));
    }

    static Arguments lie(String name, UnaryOperator<JWTClaimsSet.Builder> how) {
        return Arguments.of(name, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aLieIsNotBelieved(String name, UnaryOperator<JWTClaimsSet.Builder> how) throws Exception {
        entered(Role.EDITOR);
        HOUSE.says = claims -> how.apply(truth(claims));
        isRefused(comesIn());
        HOUSE.says = this::truth;
        assertThat(comesIn().statusCode()).as("and the truth is").isEqualTo(302);
    }

    @Test
    void aSignatureOfAnotherKeyIsNotBelieved() throws Exception {
        entered(Role.EDITOR);
        HOUSE.signsWithAnotherKey = true;
        isRefused(comesIn());
    }

    @Test
    void whoNobodyEnteredStaysOutsideAndIsNotEntered() throws Exception {
        isRefused(comesIn());
        Sight.job("sign-in").run(() -> assertThat(members.byEmail(email)).isEmpty());
    }

    @Test
    void whoIsDisabledHearsWhatStrangersHear() throws Exception {
        var strangers = comesIn().body();
        var eleni = entered(Role.EDITOR);
        Sight.job("sign-in").run(() -> members.become(eleni, State.DISABLED));
        var answer = comesIn();
        isRefused(answer);
        assertThat(withoutTheErrand(answer.body())).isEqualTo(withoutTheErrand(strangers));
    }

    /** The page's own address, which its link to the other language repeats. */
    static String withoutTheErrand(String page) {
        return page.replaceAll("back\\?[^\"]*", "back");
    }

    @Test
    void whoWasGivenAMembersOldAddressStaysOutside() throws Exception {
        entered(Role.EDITOR);
        assertThat(comesIn().statusCode()).isEqualTo(302);
        subject = "the next owner of the address";
        isRefused(comesIn());
    }

    @Test
    void whoChangedTheAddressIsStillKnown() throws Exception {
        entered(Role.EDITOR);
        assertThat(comesIn().statusCode()).isEqualTo(302);
        email = "married-%s@example.org".formatted(UUID.randomUUID());
        assertThat(comesIn().statusCode()).isEqualTo(302);
    }

    @Test
    void whatAnotherBrowserBeganIsNotFinishedHere() throws Exception {
        entered(Role.EDITOR);
        var exchanged = HOUSE.exchanged.get();
        var hers = sent();
        var his = sent();
        isRefused(comesBack(new Errands(his.cookie(), hers.back())));
        isRefused(comesBack(new Errands("__Host-errand=", hers.back())));
        isRefused(comesBack(new Errands("__Host-errand=a.b.c", "/sign-in/elsewhere/back?code=x&state=a")));
        assertThat(HOUSE.exchanged.get()).as("the house was not even asked").isEqualTo(exchanged);
    }

    @Test
    void aCodeOpensTheDoorOnce() throws Exception {
        entered(Role.EDITOR);
        var errands = sent();
        assertThat(comesBack(errands).statusCode()).isEqualTo(302);
        isRefused(comesBack(errands));
    }

    @Test
    void whoNeedsASecondStepAndDidItThereComesIn() throws Exception {
        entered(Role.CASEWORKER);
        HOUSE.says = claims -> truth(claims).claim("amr", List.of("pwd", "mfa"));
        assertThat(atTheDesk(comesIn())).isEqualTo(200);
        HOUSE.says = claims -> truth(claims).claim("acr", "urn:city:two");
        assertThat(atTheDesk(comesIn())).isEqualTo(200);
    }

    @Test
    void whoNeedsASecondStepAndDidNotIsAskedHere() throws Exception {
        entered(Role.CASEWORKER);
        HOUSE.says = claims -> truth(claims).claim("amr", List.of("pwd")).claim("acr", "urn:city:one");
        assertThat(atTheDesk(comesIn())).isEqualTo(303);
    }

    @Test
    void aHouseInTroubleIsSaidInWords() throws Exception {
        entered(Role.EDITOR);
        HOUSE.broken = true;
        var answer = comesIn();
        assertThat(answer.statusCode()).isIn(403, 503);
        assertThat(session(answer)).isEmpty();
        assertThat(answer.body()).contains("Δεν έχετε συνδεθεί");
    }

    HttpResponse<String> comesBackWith(String cookie) throws Exception {
        var errands = sent();
        return comesBack(new Errands(errands.cookie() + "; " + cookie, errands.back()));
    }

    @Test
    void aSessionSomebodyElseChoseIsNotTheOneThatBegins() throws Exception {
        entered(Role.EDITOR);
        var stranger = stranger();
        var chosen = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE";
        var answer = comesBackWith("__Host-session=" + chosen);
        assertThat(session(answer)).isNotEmpty().isNotEqualTo(chosen);
        assertThat(new Visitor(stranger.member(), chosen, stranger.port())
                        .get("/desk/me/passkeys")
                        .statusCode())
                .isEqualTo(303);

        var first = session(answer);
        var second = session(comesBackWith("__Host-session=" + first));
        assertThat(second).as("also where it is one's own").isNotEqualTo(first);
        assertThat(new Visitor(stranger.member(), first, stranger.port())
                        .get("/desk/me/passkeys")
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/desk",
                "//elsewhere.example/desk",
                "/desk\r\nLocation: https://elsewhere.example",
                "/desk.elsewhere.example",
                "/\\elsewhere.example",
                "javascript:alert(1)",
            })
    void theWayBackLeadsNowhereElse(String wanted) throws Exception {
        entered(Role.EDITOR);
        var next = Base64.getUrlEncoder().withoutPadding().encodeToString(wanted.getBytes(StandardCharsets.UTF_8));
        var answer = comesBackWith("__Host-next=" + next);
        assertThat(answer.headers().firstValue("Location").map(URI::create))
                .contains(URI.create(
                        "http://localhost:%d/desk".formatted(stranger().port())));
    }
}
