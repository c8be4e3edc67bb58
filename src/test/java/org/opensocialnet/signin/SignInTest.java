package org.opensocialnet.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;

/** The way in by password: first entry, forgotten passwords, strangers who try. */
class SignInTest extends SignInWorld {

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

    @Test
    void aPasswordLiesInTheDatabaseAsArgon2idLeavesItWithTheAdvisedMemoryAndPasses() throws Exception {
        var petros = withPassword(Role.EDITOR);

        var hash = Sight.job("sign-in")
                .call(() -> transactions.execute(_ -> jdbc.sql("select hash from signin.password where member = ?")
                        .param(petros.id())
                        .query(String.class)
                        .single()));

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(GOOD);
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
}
