package org.opensocialnet.e2e;

import static com.microsoft.playwright.options.AriaRole.BUTTON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.index.Index;
import org.opensocialnet.search.DemoCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The demo city in a browser. It is built once and all its tests walk in it, so each takes back what it changed or
 * leaves it where no other looks.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "osn.demo.enabled=true")
@Import(DemoCity.class)
@UsePlaywright(GreekChromium.class)
abstract class CityPages {

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("city_pages_test");
        properties.add("osn.database.url", () -> url);
    }

    @LocalServerPort
    int port;

    @Autowired
    Index index;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void whatWasWrittenIsFound() {
        index.refresh();
    }

    String address(String language, String path) {
        return "http://localhost:" + port + (language.equals("en") ? "/en" : "") + path;
    }

    void open(Page page, String language, String path) {
        page.navigate(address(language, path));
    }

    void look(Page page, String language, String path, String name) {
        open(page, language, path);
        Screens.look(page, name);
    }

    static Locator button(Page page, String name) {
        return page.locator("main").getByRole(BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    static Locator button(Page page, Pattern name) {
        return page.locator("main").getByRole(BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
