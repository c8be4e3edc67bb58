package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaking the glass and answering an authority, as one does it in a browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@UsePlaywright(GreekChromium.class)
class SafeguardsE2eTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    UUID shelter;
    UUID dayCentre;

    @BeforeEach
    void twoOrganizations() {
        shelter = organization("Ξενώνας Αστέρι (επινοημένος)");
        dayCentre = organization("Κέντρο Ημέρας Κύμα (επινοημένο)");
    }

    @Test
    void aCaseworkerBreaksTheGlassAndClosesIt(Page page) {
        AtTheDesk.of(context).as(Role.CASEWORKER, dayCentre).entersWith(page.context());
        look(page, "/desk/glass", "glass");
        page.navigate(address("/desk/glass?q=Αστέρι"));
        click(page, "Άνοιγμα των εγγραφών");
        Screens.look(page, "glass-faults");

        page.getByLabel("Ξενώνας Αστέρι").first().check();
        page.getByLabel("Άνθρωπος που αγνοείται").check();
        page.getByLabel("Τι συμβαίνει").fill("Δεν γύρισε από χθες και έξω παγώνει.");
        click(page, "Άνοιγμα των εγγραφών");
        assertThat(page.textContent("body")).contains("Βλέπετε προστατευμένες εγγραφές άλλου φορέα για 15 λεπτά");
        look(page, "/desk/glass", "glass-open");

        page.navigate(address("/desk/glass"));
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Κλείσιμο τώρα"))
                .click();
        assertThat(page.textContent("body")).doesNotContain("Βλέπετε προστατευμένες");
    }

    @Test
    void anAuthoritysRequestIsRecordedAndDecided(Page page) {
        AtTheDesk.of(context).as(Role.AUDITOR, null).entersWith(page.context());
        look(page, "/desk/legal-requests", "legal-requests");
        look(page, "/desk/glass/reviews", "glass-reviews");
        look(page, "/desk/legal-requests/new", "legal-new");

        page.navigate(address("/desk/legal-requests/new"));
        page.getByLabel("Αστυνομία").check();
        page.getByLabel("Αρχή", new Page.GetByLabelOptions().setExact(true)).fill("Αστυνομικό τμήμα (επινοημένο)");
        page.getByLabel("Τι ζητά").fill("Ζητά να μάθει πόσοι κοιμήθηκαν στον ξενώνα.");
        page.getByLabel("Νομική βάση").fill("καμία");
        click(page, "Καταγραφή");
        assertThat(page.textContent("body")).contains("Το αίτημα καταγράφηκε");
        page.getByLabel("Να απαντηθεί", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Αιτιολογία").fill("Ζητά έναν αριθμό, όχι πρόσωπα.");
        click(page, "Καταχώριση της απόφασης");
        assertThat(page.textContent("body")).contains("Χρειάζεται ακόμη μία");
        look(page, page.url().replaceFirst("^https?://[^/]+", ""), "legal-request");
    }

    /** At both widths in both languages. */
    private void look(Page page, String path, String name) {
        for (var width : List.of(Screens.PHONE, Screens.DESKTOP)) {
            for (var language : List.of("", "/en")) {
                Screens.size(page, width);
                page.navigate(address(language + path));
                Screens.look(page, language.replace('/', '-') + "safeguards-" + name);
            }
        }
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private UUID organization(String name) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into directory.organization (id, name, description, record_source)
                values (?, ?, 'επινοημένος φορέας', 'own')
                """).params(id, name).update();
        return id;
    }
}
