package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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
import org.springframework.web.util.HtmlUtils;

/** The whole ceremony in a real browser, with a device that exists only in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@UsePlaywright(GreekChromium.class)
class PasskeysE2eTest {

    static final UUID SUN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final Pattern OPTIONS = Pattern.compile("data-osn-options=\"([^\"]*)\"");

    /** What the page's script does, without the form. */
    static final String SIGN = """
            async ([options, verification]) => {
              const asked = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
              asked.userVerification = verification;
              return JSON.stringify((await navigator.credentials.get({ publicKey: asked })).toJSON());
            }""";

    @Autowired
    ApplicationContext context;

    @Autowired
    Members members;

    /** The browser's own device: it knows its owner by finger, until told otherwise. */
    static final class Device {

        private final CDPSession session;
        private final String id;

        Device(Page page) {
            session = page.context().newCDPSession(page);
            session.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            var asked = new JsonObject();
            asked.add("options", options);
            id = session.send("WebAuthn.addVirtualAuthenticator", asked)
                    .get("authenticatorId")
                    .getAsString();
        }

        void doesNotKnowItsOwner() {
            var asked = new JsonObject();
            asked.addProperty("authenticatorId", id);
            asked.addProperty("isUserVerified", false);
            session.send("WebAuthn.setUserVerified", asked);
        }
    }

    AtTheDesk desk() {
        return AtTheDesk.of(context);
    }

    String address(Visitor visitor, String path) {
        return "http://localhost:%d%s".formatted(visitor.port(), path);
    }

    /** Somebody at the desk who has just added a passkey. */
    Visitor withPasskey(Page page) {
        var eleni = desk().as(Role.EDITOR, SUN);
        eleni.entersWith(page.context());
        page.navigate(address(eleni, "/desk/me/passkeys/new"));
        page.locator("#name").fill("Το τηλέφωνό μου");
        page.locator("[data-osn-passkey] button").click();
        page.locator(".osn-said").waitFor();
        return eleni;
    }

    /** What the device answers to a fresh question of the sign-in page, asked from whatever page is open. */
    String signed(Page page, String verification) {
        return (String) page.evaluate(SIGN, new Object[] {question(), verification});
    }

    String question() {
        var options = OPTIONS.matcher(desk().stranger().get("/sign-in/passkey").body());
        assertThat(options.find()).isTrue();
        return HtmlUtils.htmlUnescape(options.group(1));
    }

    int signInWith(String answer) {
        var stranger = desk().stranger();
        var reply = stranger.post("/sign-in/passkey", Map.of("credential", answer));
        assertThat(reply.headers().allValues("Set-Cookie").stream()
                        .anyMatch(cookie -> cookie.startsWith("__Host-session=")))
                .as("a session only for who was let in")
                .isEqualTo(reply.statusCode() == 302);
        return reply.statusCode();
    }

    @Test
    void aMemberAddsAPasskeyAndSignsInWithIt(Page page) {
        Screens.size(page, Screens.DESKTOP);
        new Device(page);
        var eleni = desk().as(Role.EDITOR, SUN);
        eleni.entersWith(page.context());
        page.navigate(address(eleni, "/desk/account"));
        page.locator("main a[href='/desk/me/passkeys']").click();
        Screens.look(page, "passkeys-none");
        page.locator("main .osn-button").click();
        assertThat(page.locator("[data-osn-passkey-broken]").isVisible()).isFalse();
        assertThat(page.locator("[data-osn-passkey-cannot]").isVisible()).isFalse();
        Screens.look(page, "passkeys-add");
        page.locator("#name").fill("Το τηλέφωνό μου");
        page.locator("[data-osn-passkey] button").click();
        page.locator(".osn-said").waitFor();
        assertThat(page.locator("main").textContent()).contains("Το τηλέφωνό μου", "Καμία ακόμη");
        Screens.look(page, "passkeys-list");

        page.context().clearCookies();
        page.navigate(address(eleni, "/desk/me/passkeys"));
        assertThat(page.url()).contains("/sign-in");
        Screens.size(page, Screens.PHONE);
        page.navigate(address(eleni, "/sign-in/passkey"));
        Screens.look(page, "passkeys-sign-in");
        page.locator("[data-osn-passkey] button").click();
        page.waitForURL("**/desk/me/passkeys"); // where they wanted to go
        assertThat(page.locator("main").textContent()).doesNotContain("Καμία ακόμη");
        Screens.look(page, "passkeys-used");

        page.locator("main tbody a").nth(1).click();
        Screens.look(page, "passkeys-remove");
        page.locator("main form button").click();
        page.locator(".osn-said").waitFor();
        assertThat(page.locator("main table").count()).isZero();

        page.context().clearCookies();
        page.navigate(address(eleni, "/sign-in/passkey"));
        page.locator("[data-osn-passkey] button").click();
        page.locator(".govuk-error-summary").waitFor();
        Screens.look(page, "passkeys-refused");
    }

    @Test
    void theSameAnswerOpensTheDoorOnce(Page page) {
        new Device(page);
        withPasskey(page);
        var answer = signed(page, "required");
        assertThat(signInWith(answer)).isEqualTo(302);
        assertThat(signInWith(answer)).as("once more").isEqualTo(422);
    }

    @Test
    void anAnswerGivenToAnotherSiteOpensNothing(Page page) throws IOException {
        new Device(page);
        withPasskey(page);
        var other = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes());
            exchange.close();
        });
        other.start();
        try {
            page.navigate("http://localhost:" + other.getAddress().getPort());
            assertThat(signInWith(signed(page, "required"))).isEqualTo(422);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aDeviceThatDidNotLookWhoItWasOpensNothing(Page page) {
        var device = new Device(page);
        withPasskey(page);
        device.doesNotKnowItsOwner();
        assertThat(signInWith(signed(page, "discouraged"))).isEqualTo(422);
    }

    @Test
    void whatWeDidNotAskOpensNothing(Page page) {
        new Device(page);
        withPasskey(page);
        var made = question().replaceFirst("\"challenge\":\"....", "\"challenge\":\"AAAA");
        assertThat(signInWith((String) page.evaluate(SIGN, new Object[] {made, "required"})))
                .isEqualTo(422);
    }

    @Test
    void whoIsDisabledStaysOutside(Page page) {
        new Device(page);
        var eleni = withPasskey(page);
        Sight.job("sign-in").run(() -> members.become(eleni.member(), State.DISABLED));
        assertThat(signInWith(signed(page, "required"))).isEqualTo(422);
        Sight.job("sign-in").run(() -> members.become(eleni.member(), State.ACTIVE));
        assertThat(signInWith(signed(page, "required"))).isEqualTo(302);
    }

    @Test
    void whoShowsAgainThatItIsThemGoesOn(Page page) {
        new Device(page);
        var eleni = withPasskey(page);
        page.navigate(address(eleni, "/sign-in/again/passkey"));
        page.locator("[data-osn-passkey] button").click();
        page.waitForURL("**/desk");
        var other = desk().as(Role.EDITOR, SUN);
        var answer = signed(page, "required");
        assertThat(other.post("/sign-in/again/passkey", Map.of("credential", answer))
                        .statusCode())
                .as("another's key, and another question")
                .isEqualTo(422);
    }

    @Test
    void nobodySeesOrTouchesAnothersPasskey(Page page) {
        new Device(page);
        withPasskey(page);
        var path = (String) page.locator("main tbody a").first().evaluate("link => link.getAttribute('href')");
        var nikos = desk().as(Role.ORGANIZATION_ADMIN, SUN);
        assertThat(nikos.get(path).statusCode()).isEqualTo(404);
        assertThat(nikos.get(path + "/remove").statusCode()).isEqualTo(404);
        assertThat(nikos.post(path, Map.of("name", "δικό μου")).statusCode()).isEqualTo(404);
        assertThat(nikos.post(path + "/remove", Map.of()).statusCode()).isEqualTo(404);
        assertThat(nikos.get("/desk/me/passkeys").body()).doesNotContain("Το τηλέφωνό μου");
    }

    @Test
    void whoLetsTheDeviceWaitIsToldToTryAgain(Page page) {
        Screens.size(page, Screens.PHONE);
        new Device(page); // knows no key of ours
        page.navigate(address(desk().stranger(), "/sign-in/passkey"));
        page.locator("[data-osn-passkey] button").click();
        page.locator("[data-osn-passkey-broken]").waitFor();
        Screens.look(page, "passkeys-broken");
    }

    @Test
    void withoutTheScriptThePageSaysWhatToDoInstead() {
        var page = desk().stranger().get("/en/sign-in/passkey").body();
        assertThat(page).contains("You can always use your password").contains("data-osn-passkey-can hidden");
    }
}
