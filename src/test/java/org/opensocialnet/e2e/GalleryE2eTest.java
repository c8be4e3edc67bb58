package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("gallery")
@UsePlaywright(GreekChromium.class)
class GalleryE2eTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "gallery,390",
        "gallery,1280",
        "gallery/find,390",
        "gallery/find,1280",
        "gallery/thing,390",
        "gallery/thing,1280",
        "en/privacy,390",
        "accessibility,1280",
        "nowhere,390",
        "gallery/broken,390",
        "gallery/broken,1280",
        "gallery/desk,390",
        "gallery/desk,1280",
        "gallery/desk/list,390",
        "gallery/desk/list,1280",
        "gallery/desk/confirm,390",
        "en/gallery/desk/confirm,1280"
    })
    void everyComponentIsReachableByEveryone(String address, int width, Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().matches(".*(404|500).*")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port)
                    && !request.url().startsWith("blob:")) {
                complaints.add("left the server: " + request.url());
            }
        });
        Screens.size(page, width);

        page.navigate("http://localhost:%d/%s".formatted(port, address));
        page.waitForLoadState(LoadState.NETWORKIDLE);

        if (page.locator("[data-osn-map]").count() > 0 && width == Screens.DESKTOP) {
            page.locator("[data-osn-map][data-ready] .osn-pin").first().waitFor();
        }
        Screens.look(page, address.replace('/', '-'));
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Screens.PHONE, Screens.DESKTOP})
    void aFormGivesBackWhatWasTypedAndLeadsToEachFault(int width, Page page) {
        Screens.size(page, width);
        page.navigate("http://localhost:%d/gallery/desk".formatted(port));
        page.locator("#name").fill("");
        page.locator("#seats").fill("πολλές");
        page.locator("#starts-day").fill("31");
        page.locator("#starts-month").fill("2");
        page.locator("#note").fill("μια σημείωση που δεν τελειώνει");

        page.locator("main .osn-button").click();

        assertThat(page.title()).startsWith("Λάθος: ");
        assertThat(page.locator(".govuk-error-summary").evaluate("it => it === document.activeElement"))
                .isEqualTo(true);
        assertThat(page.locator("#seats").inputValue()).isEqualTo("πολλές");
        Screens.look(page, "gallery-desk-faults");
        page.locator(".govuk-error-summary a").nth(2).click();
        assertThat(page.locator("#starts-day").evaluate("it => it === document.activeElement"))
                .isEqualTo(true);
    }

    @Test
    void whatAnActDidIsSaidOnceAndCanBeTakenBack(Page page) {
        Screens.size(page, Screens.DESKTOP);
        page.navigate("http://localhost:%d/gallery/desk".formatted(port));
        page.locator("main .osn-button").click();

        assertThat(page.url()).endsWith("/gallery/desk/list");
        assertThat(page.locator(".osn-said").textContent()).contains("αποθηκεύτηκε");
        Screens.look(page, "gallery-desk-said");

        page.locator(".osn-said button").click();
        assertThat(page.locator(".osn-said").textContent()).contains("αναιρέθηκε");
        page.reload();
        assertThat(page.locator(".osn-said").count()).isZero();
    }
}
