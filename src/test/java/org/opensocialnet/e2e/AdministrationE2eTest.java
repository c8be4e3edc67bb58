package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "osn.site.contact=210 000 0000")
@UsePlaywright(GreekChromium.class)
class AdministrationE2eTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("administration_e2e_test");
        properties.add("osn.database.url", () -> url);
    }

    @ParameterizedTest
    @CsvSource({
        "desk/settings,390",
        "en/desk/settings,1280",
        "desk/settings/site,1280",
        "en/desk/settings/site,390",
        "desk/settings/mail,1280",
        "en/desk/settings/retention,390",
        "desk/settings/emblems,390",
        "en/desk/settings/emblems,1280",
        "desk/settings/history,1280",
        "en/desk/settings/history,390",
        "desk/health,390",
        "desk/health,1280",
        "en/desk/health,1280"
    })
    void theAdministratorsPages(String address, int width, Page page) {
        enter(page, Role.ADMINISTRATOR, width, address);

        Screens.look(page, address.replace('/', '-'));
    }

    @ParameterizedTest
    @CsvSource({"desk/trail,390", "desk/trail,1280", "en/desk/trail,1280", "en/desk/trail?member=x,390"})
    void theAuditorsPages(String address, int width, Page page) {
        enter(page, Role.AUDITOR, width, "desk/trail");
        page.navigate("http://localhost:%d/%s".formatted(port, address));

        Screens.look(page, address.replaceAll("[/?=]", "-"));
    }

    @Test
    void anAdministratorTypesLooksAndKeepsAndPutsAnEmblemUp(Page page) throws IOException {
        enter(page, Role.ADMINISTRATOR, Screens.DESKTOP, "desk/settings/site");
        page.locator("[id='site.name']").fill("Δίκτυο του Ήλιου");
        page.locator("button[value=look]").click();
        assertThat(page.locator(".govuk-inset-text").textContent()).contains("Δίκτυο του Ήλιου");
        Screens.look(page, "desk-settings-site-preview");
        page.locator("[id='site.name']").fill("");
        page.locator("button[value=keep]").click();
        Screens.look(page, "desk-settings-site-faults");
        page.locator("[id='site.name']").fill("Δίκτυο του Ήλιου");
        page.locator("button[value=keep]").click();
        assertThat(page.locator(".osn-said").textContent()).contains("άλλαξαν");

        page.navigate("http://localhost:%d/desk/settings/emblems".formatted(port));
        page.locator("#place").check();
        page.locator("#name").fill("Δήμος Ήλιου");
        page.locator("#picture")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload("emblem.png", "image/png", png()));
        page.locator("main form[enctype] .osn-button").click();
        assertThat(page.locator("header img").getAttribute("alt")).isEqualTo("Δήμος Ήλιου");
        Screens.look(page, "desk-settings-emblems-with");
    }

    private void enter(Page page, Role role, int width, String address) {
        Screens.size(page, width);
        AtTheDesk.of(context).as(role, null).entersWith(page.context());
        page.navigate("http://localhost:%d/%s".formatted(port, address));
    }

    private static byte[] png() throws IOException {
        var image = new BufferedImage(320, 320, BufferedImage.TYPE_INT_ARGB);
        var brush = image.createGraphics();
        brush.setColor(new Color(0xb4532a));
        brush.fillOval(20, 20, 280, 280);
        brush.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
