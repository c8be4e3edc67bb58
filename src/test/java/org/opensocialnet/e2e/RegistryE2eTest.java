package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is looked for, registered, cared for, and looks at her own data, as one does it in a browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@UsePlaywright(GreekChromium.class)
class RegistryE2eTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    UUID shelter;

    @BeforeEach
    void aShelter() {
        shelter = organization("Ξενώνας Αστέρι (επινοημένος)");
    }

    @Test
    void somebodyIsFoundRegisteredAndCaredFor(Page page) {
        var dayCentre = organization("Κέντρο Ημέρας Κύμα (επινοημένο)");
        registered(people, dayCentre, named("Evridiki", "Aidona"));
        AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter).entersWith(page.context());
        look(page, "/desk/people", "find");
        page.getByLabel("Ποιον αναζητάτε;").fill("Ευρυδίκη Αηδονά");
        click(page, "Εύρεση");
        look(page, "find-nobody");
        click(page, "Καταχώριση προσώπου");
        assertThat(page.getByLabel("Όνομα", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Ευρυδίκη");
        page.getByLabel("Γέννηση").fill("31/2/1985");
        page.getByLabel("ΑΜΚΑ").fill("01013099999");
        click(page, "Καταχώριση");
        look(page, "register-faults");
        page.getByLabel("Γέννηση").fill("1985");
        page.getByLabel("ΑΜΚΑ").fill("");
        page.getByLabel("Πού βρίσκεται").fill("κοντά στην Ομόνοια");
        page.getByLabel("διαμένει στον δρόμο").check();
        click(page, "Καταχώριση");
        look(page, "person");
        var person = page.url().replaceFirst("^https?://[^/]+", "");

        look(page, person + "/care", "care");
        click(page, "Εισαγωγή");
        page.getByLabel("Κείμενο").fill("Χρειάζεται παλτό. Τηλ. της αδελφής 210 000 0000");
        click(page, "Αποθήκευση");
        look(page, "care-traces");
        page.getByLabel("Ναι, χρειάζεται εδώ").check();
        click(page, "Αποθήκευση");
        look(page, "care-written");
        look(page, person + "/consents", "consents");
        page.getByLabel("Σε ποιον φορέα").fill("Κύμα");
        page.getByLabel("ποιο είναι το πρόσωπο").check();
        click(page, "Καταγραφή");
        look(page, "consents-given");
        look(page, person + "/identity", "identity");
        look(page, person + "/erasure", "erase");

        page.navigate(address("/desk/people/new"));
        page.getByLabel("Όνομα", new Page.GetByLabelOptions().setExact(true)).fill("Evridiki");
        page.getByLabel("Επώνυμο").fill("Aidona");
        click(page, "Καταχώριση");
        look(page, "register-doubt");
        assertThat(page.textContent("main")).contains("Μήπως είναι ένα από αυτά", "Ευρυδίκη Αηδονά");
        click(page, "Κανένα από αυτά: καταχώριση");

        page.navigate(address(person));
        page.getByText("Κωδικοί και κάρτα").click();
        click(page, "Έκδοση νέας κάρτας");
        look(page, "card");
        var number = page.locator("code").first().textContent();
        look(page, person + "/my-link", "my-link");
        click(page, "Δημιουργία συνδέσμου");
        look(page, "my-link-made");
        look(page, person + "/household", "household");

        page.context().clearCookies();
        look(page, "/my", "my-door");
        page.getByLabel("Αριθμός της κάρτας σας").fill(number);
        click(page, "Εμφάνιση των δεδομένων μου");
        look(page, "my-data");
        page.getByText("Να ρωτηθεί κάθε φορέας που ίσως με γνωρίζει").click();
        click(page, "Να ρωτηθούν");
        assertThat(page.textContent("main")).contains("Σημειώστε ότι συμφωνείτε");
        look(page, "my-others-fault");
        page.getByLabel("Συμφωνώ να ρωτηθούν οι φορείς").check();
        click(page, "Να ρωτηθούν");
        assertThat(page.textContent("main")).contains("Ο αριθμός σας είναι");
        look(page, "my-others");
        page.getByLabel("Διαγραφή όλων").check();
        click(page, "Αποστολή");
        assertThat(page.textContent("main")).contains("Στάλθηκε");

        AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter).entersWith(page.context());
        look(page, "/desk/wishes", "wishes");
        AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, dayCentre).entersWith(page.context());
        page.navigate(address("/desk/wishes"));
        page.locator("main summary").first().click();
        look(page, "wish-to-be-shown");
        AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter).entersWith(page.context());
        look(page, "/desk/consents", "ending");
        look(page, "/desk/people/doubles", "doubles-none");
    }

    @Test
    void doublesLieBesideEachOther(Page page) {
        AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter).entersWith(page.context());
        for (var name : new String[][] {{"Ορφέας", "Λύρας"}, {"Ορφεύς", "Λύρα"}}) {
            page.navigate(address("/desk/people/new"));
            page.getByLabel("Γνωστός/ή ως").fill("ο μουσικός");
            click(page, "Καταχώριση");
            page.getByText("Διόρθωση στοιχείων").click();
            page.getByLabel("Όνομα", new Page.GetByLabelOptions().setExact(true))
                    .fill(name[0]);
            page.getByLabel("Επώνυμο").fill(name[1]);
            click(page, "Αποθήκευση");
        }
        page.navigate(address("/desk/people/doubles"));
        click(page, "Αναζήτηση διπλών τώρα");
        look(page, "doubles");
        click(page, "Διαφορετικά πρόσωπα");
        assertThat(page.textContent("main")).contains("Μένουν δύο");
    }

    @Test
    void aListOfPeopleIsLookedThroughAndBroughtIn(Page page) {
        AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter).entersWith(page.context());
        look(page, "/desk/admissions", "lists");
        send(
                page,
                "Όνομα;Επώνυμο;Ημερομηνία γέννησης;Κινητό;Σχόλια\n"
                        + "Ηλέκτρα;Ατρείδου;1979;6900000071;πολύ μεγάλο σχόλιο που δεν χρειάζεται να μπει πουθενά\n"
                        + "Ilektra;Atreidou;12/5/1979;;\nΧρυσόθεμις;Μυκηναίου;31/2/1981;;\n");
        look(page, "list-columns");
        click(page, "Αναζήτηση στο μητρώο");
        settled(page);
        look(page, "list-checked");
        page.getByText("Μία γραμμή μοιάζει").click();
        look(page, "list-alike");
        page.getByLabel("Άλλος άνθρωπος").first().check();
        click(page, "Αποθήκευση αποφάσεων");
        page.getByText("Πίσω στη λίστα").click();
        page.getByText("Μία γραμμή έχει κάτι").click();
        look(page, "list-faulty");
        page.getByText("Πίσω στη λίστα").click();
        click(page, "Να μπουν στο μητρώο");
        settled(page);
        look(page, "list-applied");
        assertThat(page.textContent("main")).contains("Καταχωρίστηκαν: 3");
        page.getByText("Αναίρεση της λίστας").click();
        look(page, "list-undo");
        click(page, "Αναίρεση της λίστας");
        settled(page);
        assertThat(page.textContent("main")).contains("Αναιρέθηκαν: 3");
        send(page, "κάτι άλλο");
        look(page, "list-refused");
    }

    private void send(Page page, String text) {
        page.navigate(address("/desk/admissions"));
        page.getByLabel("Αρχείο")
                .setInputFiles(new FilePayload("άτομα.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        click(page, "Αποστολή");
    }

    private static void settled(Page page) {
        for (int i = 0; i < 200 && page.textContent("main").contains("Γίνεται τώρα"); i++) {
            page.waitForTimeout(100);
            page.reload();
        }
    }

    @Test
    void whatHoldsForPeopleWithoutANameAndForHowLong(Page page) {
        AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter).entersWith(page.context());
        look(page, "/desk/codes", "codes");
        page.getByLabel("Μέρος 1").selectOption("given-2");
        page.getByLabel("Μέρος 2").selectOption("year-4");
        click(page, "Αποθήκευση του κανόνα");
        look(page, "codes-decided");
        page.navigate(address("/desk/people/new"));
        page.getByLabel("Κωδικός").first().fill("ΝΥΞ-7788");
        click(page, "Καταχώριση");
        look(page, "code-fault");
        look(page, "/desk/headcounts", "headcounts");
        page.getByLabel("Πόσοι").fill("12");
        click(page, "Καταμέτρηση");
        look(page, "headcounts-done");
        look(page, "/desk/retention", "retention");
        look(page, "/desk/processing", "processing");
        look(page, "/desk/discretion", "discretion");
        page.navigate(address("/desk/people/new"));
        page.getByLabel("Όνομα", new Page.GetByLabelOptions().setExact(true)).fill("Ιφιγένεια");
        click(page, "Καταχώριση");
        var person = page.url().replaceFirst("^https?://[^/]+", "");
        look(page, person + "/bases", "bases");
        click(page, "Άνοιγμα στον φορέα");
        look(page, "bases-faults");
    }

    private void look(Page page, String path, String name) {
        Screens.size(page, Screens.PHONE);
        page.navigate(address("/en" + path));
        Screens.look(page, "people-en-" + name);
        page.navigate(address(path));
        look(page, name);
    }

    /** The page that is there, as it is. */
    private static void look(Page page, String name) {
        Screens.size(page, Screens.PHONE);
        Screens.look(page, "people-" + name);
        Screens.size(page, Screens.DESKTOP);
        Screens.look(page, "people-" + name);
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(button)
                                .setExact(true))
                .first()
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
