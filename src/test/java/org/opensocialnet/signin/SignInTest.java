package org.opensocialnet.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("desk-sample")
class SignInTest {

    static final String GOOD = "τρακτέρ ομπρέλα βιολί";
    static final UUID SUN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]+)</code>");

    @LocalServerPort
    int port;

    @Autowired
    Members members;

    @Autowired
    Invitations invitations;

    @Autowired
    Links links;

    @Autowired
    ClosedSecrets secrets;

    @Autowired
    SecondSteps steps;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Browsing browser = new Browsing(0);

    /** All come from this machine: the limit by neighbourhood is not what most of these tests are about. */
    @BeforeEach
    void fresh() {
        browser = new Browsing(port);
        Sight.job("attempt")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("delete from access.attempt").update()));
    }

    record Person(UUID id, String email) {}

    Person person(Role role) {
        return InSight.call(transactions, () -> {
            var email = "p" + Uuid7.next() + "@example.org";
            var id = members.add(email, "Μαρία Δοκιμή", Language.GREEK);
            members.give(id, role.ofTheNetwork() ? null : SUN, Set.of(role));
            return new Person(id, email);
        });
    }

    Person withPassword(Role role) {
        var person = person(role);
        browser.fill(invitations.link(person.id()), "password", GOOD);
        browser = new Browsing(port);
        return person;
    }

    int desk() {
        return browser.get("/desk/sample/me").statusCode();
    }

    /** An app set up with what the page shows. */
    Phone phone() {
        var page = SECRET.matcher(browser.get(SecondStepPages.SET_UP).body());
        assertThat(page.find()).isTrue();
        return new Phone(page.group(1));
    }

    @Test
    void anInvitedCaseworkerChoosesAPasswordSetsUpTheAppAndIsIn() {
        var maria = person(Role.CASEWORKER);
        var link = invitations.link(maria.id());

        assertThat(browser.get(link).body()).contains(maria.email());
        assertThat(browser.post(link, "password", "σύντομος").statusCode()).isEqualTo(422);
        var chosen = browser.post(link, "password", GOOD);
        assertThat(Browsing.location(chosen)).isEqualTo(SecondStepPages.SET_UP);
        assertThat(desk()).isEqualTo(303);

        var phone = phone();
        assertThat(browser.post(SecondStepPages.SET_UP, "code", "000000").statusCode())
                .isEqualTo(422);
        var codes = browser.post(SecondStepPages.SET_UP, "code", phone.code(clock));
        assertThat(codes.statusCode()).isEqualTo(200);
        assertThat(Pattern.compile("<code>([A-Z2-7]{4}-){5}[A-Z2-7]{4}</code>")
                        .matcher(codes.body())
                        .results())
                .hasSize(8);
        assertThat(desk()).isEqualTo(200);
    }

    @Test
    void anEditorSeesNoPeopleAndComesInWithThePasswordAlone() {
        var petros = withPassword(Role.EDITOR);
        var answer = browser.fill("/sign-in", "email", petros.email().toUpperCase(Locale.ROOT), "password", GOOD);
        assertThat(Browsing.location(answer)).isEqualTo("/desk");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-session="))
                .singleElement()
                .asString()
                .matches("__Host-session=[A-Za-z0-9_-]{43};.*")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(desk()).isEqualTo(200);
    }

    @Test
    void oneIsBackWhereOneWantedToGo() {
        var petros = withPassword(Role.EDITOR);
        browser.get("/desk/sample/me?x=1");
        assertThat(Browsing.location(browser.fill("/sign-in", "email", petros.email(), "password", GOOD)))
                .isEqualTo("/desk/sample/me?x=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/desk@evil", "/find", "%"})
    void aForgedWayBackLeadsToTheDeskAlone(String wanted) {
        var petros = withPassword(Role.EDITOR);
        browser.cookies.put(
                "__Host-next", Base64.getUrlEncoder().encodeToString(wanted.getBytes(StandardCharsets.UTF_8)));
        assertThat(Browsing.location(browser.fill("/sign-in", "email", petros.email(), "password", GOOD)))
                .isEqualTo("/desk");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreToldAlike() {
        var petros = withPassword(Role.EDITOR);
        var known = browser.fill("/sign-in", "email", petros.email(), "password", "something else entirely");
        var unknown = browser.fill("/sign-in", "email", "nobody-" + petros.email(), "password", GOOD);
        var invited = browser.fill("/sign-in", "email", person(Role.EDITOR).email(), "password", GOOD);
        assertThat(known.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
        assertThat(same(unknown.body())).isEqualTo(same(known.body()));
        assertThat(same(invited.body())).isEqualTo(same(known.body()));
        assertThat(known.body()).contains("value=\"" + petros.email()).doesNotContain("something else");
    }

    /** A page without what was typed and without the token. */
    static String same(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "value");
    }

    @Test
    void whoTriesTooOftenWaitsEvenWithTheRightPassword() {
        var petros = withPassword(Role.EDITOR);
        for (int tried = 0; tried < 10; tried++) {
            browser.fill("/sign-in", "email", petros.email(), "password", "wrong wrong wrong");
        }
        var answer = browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("πολλές προσπάθειες");
        var other = withPassword(Role.EDITOR);
        assertThat(browser.fill("/sign-in", "email", other.email(), "password", GOOD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aCodeOfTheAppWorksOnce() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var phone = phone();
        browser.post(SecondStepPages.SET_UP, "code", phone.code(clock));

        browser = new Browsing(port);
        assertThat(Browsing.location(browser.fill("/sign-in", "email", maria.email(), "password", GOOD)))
                .isEqualTo(SecondStepPages.CODE);
        assertThat(browser.fill(SecondStepPages.CODE, "code", phone.code(clock)).statusCode())
                .isEqualTo(422);
        assertThat(desk()).isEqualTo(303);
        var next = phone.code(clock, 1);
        assertThat(browser.fill(SecondStepPages.CODE, "code", next).statusCode())
                .isEqualTo(302);
        assertThat(desk()).isEqualTo(200);

        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        assertThat(browser.fill(SecondStepPages.CODE, "code", next).statusCode())
                .isEqualTo(422);
    }

    byte[] kept(Person person) {
        return InSight.call(
                transactions,
                () -> jdbc.sql("select secret from signin.authenticator where member = :member and key is not null")
                        .param("member", person.id())
                        .query(byte[].class)
                        .single());
    }

    @Test
    void whatTheAppAndWeShareLiesClosedInTheDatabase() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var phone = phone();
        assertThat(InSight.call(
                        transactions,
                        () -> jdbc.sql("select count(*) from access.session_attributes where position(:secret in"
                                        + " encode(attribute_bytes, 'escape')) > 0")
                                .param("secret", Base64.getEncoder().encodeToString(phone.secret()))
                                .query(Integer.class)
                                .single()))
                .isZero();
        browser.post(SecondStepPages.SET_UP, "code", phone.code(clock));

        assertThat(kept(maria)).hasSize(12 + 20 + 16);
        assertThat(new String(kept(maria), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(phone.secret(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aSecretThatAnEarlierReleaseLeftOpenWorksAndIsClosedAtTheNextStart() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var phone = phone();
        browser.post(SecondStepPages.SET_UP, "code", phone.code(clock));
        InSight.call(
                transactions,
                () -> jdbc.sql("update signin.authenticator set secret = :open, key = null where member = :member")
                        .param("open", phone.secret())
                        .param("member", maria.id())
                        .update());

        secrets.close();

        assertThat(kept(maria)).hasSize(12 + 20 + 16);
        assertThat(secrets.health().getStatus()).isEqualTo(Status.UP);
        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        assertThat(browser.fill(SecondStepPages.CODE, "code", phone.code(clock, 1))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aRecoveryCodeLetsInOnceAndAForgottenPasswordKeepsTheSecondStep() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var page = browser.post(SecondStepPages.SET_UP, "code", phone().code(clock))
                .body();
        var found = Pattern.compile("<code>([A-Z2-7-]{29})</code>").matcher(page);
        assertThat(found.find()).isTrue();
        var paper = found.group(1);

        browser = new Browsing(port);
        var forgotten = browser.fill(
                InSight.call(transactions, () -> links.make(maria.id(), Links.Purpose.FORGOTTEN)),
                "password",
                GOOD + "!");
        assertThat(Browsing.location(forgotten)).isEqualTo(SecondStepPages.CODE);
        assertThat(browser.fill(SecondStepPages.CODE, "code", paper.toLowerCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(302);

        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD + "!");
        assertThat(browser.fill(SecondStepPages.CODE, "code", paper).statusCode())
                .isEqualTo(422);
    }

    static final Pattern PAPER = Pattern.compile("<code>([A-Z2-7-]{29})</code>");

    List<String> paper(HttpResponse<String> page) {
        return PAPER.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    @Test
    void whoLostThePhoneComesInByPaperAndSetsUpANewApp() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var lost = phone();
        var paper = paper(browser.post(SecondStepPages.SET_UP, "code", lost.code(clock)));
        var thief = browser;

        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        browser.fill(SecondStepPages.CODE, "code", paper.getFirst());
        assertThat(browser.get("/desk/account").body()).contains("απομένουν: 7.");
        var page = SECRET.matcher(browser.get(AppPages.PATH).body());
        assertThat(page.find()).isTrue();
        var found = new Phone(page.group(1));
        assertThat(browser.fill(AppPages.PATH, "code", lost.code(clock, 1)).statusCode())
                .isEqualTo(422);
        var fresh = paper(browser.post(AppPages.PATH, "code", found.code(clock)));
        assertThat(fresh).hasSize(8).doesNotContainAnyElementsOf(paper);
        assertThat(thief.get("/desk/sample/me").statusCode()).isEqualTo(303);
        assertThat(letters(maria)).contains("signin.app-changed");

        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        for (var old : List.of(lost.code(clock, 1), paper.get(1))) {
            assertThat(browser.fill(SecondStepPages.CODE, "code", old).statusCode())
                    .isEqualTo(422);
        }
        assertThat(browser.fill(SecondStepPages.CODE, "code", found.code(clock, 1))
                        .statusCode())
                .isEqualTo(302);
    }

    List<String> letters(Person person) {
        return InSight.call(
                transactions,
                () -> jdbc.sql("select kind from messaging.letter where about = :member")
                        .param("member", person.id())
                        .query(String.class)
                        .list());
    }

    /** As an administrator does it; answers the link of the letter. */
    String reset(Person person) {
        Sight.job("desk").run(() -> steps.reset(person.id(), null));
        return InSight.call(transactions, () -> links.make(person.id(), Links.Purpose.NEW_APP));
    }

    @Test
    void afterAResetTheLinkAndThePasswordTogetherSetUpANewAppOnce() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var lost = phone();
        var paper = paper(browser.post(SecondStepPages.SET_UP, "code", lost.code(clock)));
        assertThat(desk()).isEqualTo(200);

        var link = reset(maria);

        assertThat(desk()).isEqualTo(303);
        assertThat(letters(maria)).contains("signin.new-app");
        browser = new Browsing(port);
        var signedIn = browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        assertThat(Browsing.location(signedIn)).isEqualTo(NewAppPages.PATH);
        assertThat(browser.get(NewAppPages.PATH).body())
                .contains("γράμμα")
                .doesNotContain("<form action=\"/sign-in/new");
        assertThat(browser.get(SecondStepPages.SET_UP).statusCode()).isEqualTo(302);
        assertThat(browser.fill(link, "password", GOOD + "?").statusCode()).isEqualTo(422);
        assertThat(browser.get(link.replace("new-app", "link")).statusCode()).isEqualTo(410);
        assertThat(Browsing.location(browser.fill(link, "password", GOOD))).isEqualTo(SecondStepPages.SET_UP);
        assertThat(desk()).isEqualTo(303);
        var found = phone();
        assertThat(paper(browser.post(SecondStepPages.SET_UP, "code", found.code(clock))))
                .hasSize(8)
                .doesNotContainAnyElementsOf(paper);
        assertThat(desk()).isEqualTo(200);

        browser = new Browsing(port);
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        browser.get("/sign-in");
        assertThat(browser.post(link, "password", GOOD).statusCode()).isEqualTo(410);
        assertThat(browser.get(NewAppPages.PATH + "/nonsense").statusCode()).isEqualTo(410);
    }

    @Test
    void aForgottenPasswordDoesNotEndTheLinkForANewAppNorOpenWithoutIt() {
        var maria = withPassword(Role.CASEWORKER);
        var link = reset(maria);
        var chosen = browser.fill(
                InSight.call(transactions, () -> links.make(maria.id(), Links.Purpose.FORGOTTEN)),
                "password",
                GOOD + "!");
        assertThat(Browsing.location(chosen)).isEqualTo(NewAppPages.PATH);
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        assertThat(Browsing.location(browser.fill(link, "password", GOOD + "!")))
                .isEqualTo(SecondStepPages.SET_UP);
    }

    @Test
    void aLinkWorksOnceAndOnlyTheLast() {
        var petros = person(Role.EDITOR);
        var first = invitations.link(petros.id());
        var second = invitations.link(petros.id());
        assertThat(browser.get(first).statusCode()).isEqualTo(410);
        assertThat(browser.fill(second, "password", GOOD).statusCode()).isEqualTo(302);
        assertThat(browser.get(second).statusCode()).isEqualTo(410);
        assertThat(browser.post(second, "password", GOOD).statusCode()).isEqualTo(410);
        assertThat(browser.get(LinkPages.PATH + "/nonsense").statusCode()).isEqualTo(410);
    }

    @Test
    void whoIsDisabledComesInByNoWay() {
        var petros = withPassword(Role.EDITOR);
        var link = invitations.link(petros.id());
        InSight.call(transactions, () -> members.become(petros.id(), State.DISABLED));
        assertThat(browser.fill("/sign-in", "email", petros.email(), "password", GOOD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void whoLeavesIsOutOnTheServerToo() {
        var petros = withPassword(Role.EDITOR);
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        var session = browser.cookies.get("__Host-session");
        browser.get("/sign-in");
        browser.post("/sign-out");
        browser.cookies.put("__Host-session", String.valueOf(session));
        assertThat(desk()).isEqualTo(303);
    }

    @Test
    void theSessionGetsANewNumberWhenSomebodyComesIn() {
        var petros = withPassword(Role.EDITOR);
        browser.cookies.put("__Host-session", "planted-by-somebody-else-0123456789abcdef00");
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        assertThat(browser.cookies.get("__Host-session")).isNotEqualTo("planted-by-somebody-else-0123456789abcdef00");
        assertThat(desk()).isEqualTo(200);
    }

    @Test
    void theSameAnswerWhetherSomebodyHasTheAddress() throws InterruptedException {
        var petros = withPassword(Role.EDITOR);
        var known = browser.fill(LinkPages.FORGOTTEN, "email", petros.email());
        var unknown = browser.fill(LinkPages.FORGOTTEN, "email", "nobody@example.org");
        assertThat(same(known.body())).isEqualTo(same(unknown.body()));
        for (int waited = 0; waited < 50 && linkOf(petros.id()) == null; waited++) {
            Thread.sleep(100);
        }
        assertThat(linkOf(petros.id())).isEqualTo("forgotten");
    }

    @Nullable
    String linkOf(UUID member) {
        return InSight.call(
                        transactions,
                        () -> jdbc.sql("select purpose from signin.link where member = :member and used_at is null")
                                .param("member", member)
                                .query(String.class)
                                .optional())
                .orElse(null);
    }

    @Test
    void signInsAndFailuresAreInTheTrail() {
        var petros = withPassword(Role.EDITOR);
        browser.fill("/sign-in", "email", petros.email(), "password", "wrong wrong wrong");
        browser.fill("/sign-in", "email", "stranger@example.org", "password", "wrong wrong wrong");
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        var acts = InSight.call(
                transactions,
                () -> jdbc.sql("select what from audit.act where subject = :member order by at")
                        .param("member", petros.id())
                        .query(String.class)
                        .list());
        assertThat(acts)
                .containsSubsequence(
                        "signin.password.chosen",
                        "access.sign-in.link",
                        "signin.password.failed",
                        "access.sign-in.password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; drop table access.member; --", "<script>alert(1)</script>@x.gr", "a@b.gr\u0000", "ᾳ@ε.gr"})
    void whateverIsTypedAsAnAddressIsOnlyText(String typed) {
        var answer = browser.fill("/sign-in", "email", typed, "password", GOOD);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void oversizedFieldsAreRefusedBeforeAnythingIsComputed() {
        assertThat(browser.fill("/sign-in", "email", "a".repeat(5000), "password", "b".repeat(5000))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.fill("/sign-in", "email", "", "password", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void oneSeesWhereOneIsSignedInAndSignsOutEverywhere() {
        var petros = withPassword(Role.EDITOR);
        var phone = new Browsing(port);
        phone.fill("/sign-in", "email", petros.email(), "password", GOOD);
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        var page = browser.get("/desk/account").body();
        assertThat(page).contains("Firefox, Linux (εδώ)", "127.0.0.x");
        assertThat(Browsing.location(browser.post("/desk/account/sessions"))).isEqualTo("/sign-in");
        assertThat(desk()).isEqualTo(303);
        assertThat(phone.get("/desk/sample/me").statusCode()).isEqualTo(303);
    }

    @Test
    void aNewPasswordEndsEveryOtherSession() {
        var petros = withPassword(Role.EDITOR);
        var phone = new Browsing(port);
        phone.fill("/sign-in", "email", petros.email(), "password", GOOD);
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        assertThat(browser.fill("/desk/account/password", "password", "σύντομος")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.fill("/desk/account/password", "password", GOOD + " και χιόνι")
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk()).isEqualTo(200);
        assertThat(phone.get("/desk/sample/me").statusCode()).isEqualTo(303);
        assertThat(browser.fill("/sign-in", "email", petros.email(), "password", GOOD)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoWorksForTwoChoosesForWhomAndForNobodyElse() {
        var petros = withPassword(Role.EDITOR);
        var moon = Uuid7.next();
        InSight.call(transactions, () -> {
            members.give(petros.id(), moon, Set.of(Role.CASEWORKER));
            members.give(petros.id(), moon, Set.of(Role.EDITOR));
            return true;
        });
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        assertThat(browser.get("/desk/sample/me").body()).contains(SUN.toString());
        var there = InSight.call(transactions, () -> members.memberships(petros.id()))
                .getLast()
                .id();
        browser.fill("/desk/organization", "membership", there.toString());
        assertThat(browser.get("/desk/sample/me").body()).contains(moon.toString());
        var stranger = person(Role.EDITOR);
        var others = InSight.call(transactions, () -> members.memberships(stranger.id()))
                .getFirst()
                .id();
        assertThat(browser.fill("/desk/organization", "membership", others.toString())
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/desk/sample/me").body()).contains(moon.toString());
    }
}
