package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "nowhere,390"
    })
    void everyComponentIsReachableByEveryone(String address, int width, Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
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
}
