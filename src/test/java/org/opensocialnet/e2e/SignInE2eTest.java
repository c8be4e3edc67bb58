package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.kernel.Greeting;
import org.opensocialnet.signin.Phone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** The first administrator of a new installation: from the link on the terminal to the desk, with and without script. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("desk-sample")
@UsePlaywright(GreekChromium.class)
class SignInE2eTest {

    static final String PASSWORD = "τρακτέρ ομπρέλα βιολί";

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("sign_in_e2e");
        properties.add("osn.database.url", () -> url);
    }

    @LocalServerPort
    int port;

    @Autowired
    List<Greeting> greetings;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @ParameterizedTest
    @CsvSource({"390,true", "1280,true", "1280,false"})
    void fromTheLinkOnTheTerminalToTheDesk(int width, boolean script, Browser browser) {
        Sight.job("sign-in")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("delete from access.member").update()));
        try (var context = browser.newContext(
                new NewContextOptions().setJavaScriptEnabled(script).setLocale("el-GR"))) {
            walk(context.newPage(), width, script);
        }
    }

    private void walk(Page page, int width, boolean script) {
        Screens.size(page, width);
        page.navigate(link());
        look(page, "sign-in-choose", script);
        page.locator("#name").fill("Άννα Διαχειρίστρια");
        page.locator("#email").fill("anna@example.org");
        page.locator("#password").fill("σύντομος");
        page.locator("main .osn-button").click();
        assertThat(page.locator("#password-error")).isVisible();
        assertThat(page.locator("#name")).hasValue("Άννα Διαχειρίστρια");
        look(page, "sign-in-choose-fault", script);
        page.locator("#password").fill(PASSWORD);
        page.locator("main .osn-button").click();

        assertThat(page.locator("svg[role=img] path")).isAttached();
        look(page, "sign-in-set-up", script);
        var phone = new Phone(page.locator("main code").textContent());
        page.locator("#code").fill(phone.code(clock));
        page.locator("main .osn-button").click();
        assertThat(page.locator("main code")).hasCount(8);
        look(page, "sign-in-codes", script);

        page.navigate(address("/desk/sample/me"));
        assertThat(page.locator("body")).containsText("Άννα Διαχειρίστρια");
        page.context().clearCookies();
        page.navigate(address("/desk/sample/me"));
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        look(page, "sign-in", script);
        page.locator("#email").fill("anna@example.org");
        page.locator("#password").fill(PASSWORD);
        page.locator("main .osn-button").click();
        look(page, "sign-in-code", script);
        page.locator("#code").fill(phone.code(clock, 1));
        page.locator("main .osn-button").click();
        assertThat(page.locator("body")).containsText("Άννα Διαχειρίστρια");
        page.navigate(address("/desk/account"));
        look(page, "account", script);
        page.navigate(address("/desk/account/app"));
        look(page, "account-app", script);
        page.navigate(address("/sign-in/new-app"));
        look(page, "sign-in-new-app", script);
        page.navigate(address("/desk/members"));
        look(page, "members", script);
        page.navigate(address("/desk/members/new"));
        look(page, "members-invite", script);
        page.locator("#name").fill("Νίκος Δοκιμαστής");
        page.locator("#email").fill("nikos" + page.viewportSize().width + script + "@example.org");
        page.locator("input[value=coordinator]").check();
        page.locator("main .osn-button").click();
        assertThat(page.locator("main")).containsText("Νίκος Δοκιμαστής");
        page.locator("main table a")
                .filter(new Locator.FilterOptions().setHasText("Νίκος"))
                .click();
        look(page, "member", script);
        page.navigate(address("/en/sign-in/forgotten"));
        look(page, "sign-in-forgotten", script);
        page.navigate(address("/sign-in/link/nonsense"));
        look(page, "sign-in-spent", script);
    }

    /** The barriers are looked for by a script of axe's. */
    private static void look(Page page, String name, boolean script) {
        if (script) {
            Screens.look(page, name);
        }
    }

    private String link() {
        return greetings.stream()
                .flatMap(greeting -> greeting.lines(address("/")).stream())
                .filter(line -> line.startsWith("First"))
                .map(line -> line.replaceFirst("First +", ""))
                .findFirst()
                .orElseThrow();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
