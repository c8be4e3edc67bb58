package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;

/** What every browser test does with a page it visits: keeps its picture, and lets axe look for barriers. */
final class Screens {

    static final int PHONE = 390;
    static final int DESKTOP = 1280;

    /** Whether somebody is going to look at the pictures; the whole proof takes none. */
    private static final boolean PICTURES = !"false".equals(System.getProperty("osn.pictures"));

    /** Only what is wrong comes back: all that axe found right is megabytes. */
    private static final String BARRIERS = """
            async () => (await axe.run({ resultTypes: ["violations"] })).violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`))
            """;

    private Screens() {}

    static void size(Page page, int width) {
        page.setViewportSize(width, width == PHONE ? 844 : 900);
    }

    /** Expects no violation of WCAG 2.2 AA and no sideways scrolling; saves target/screens/name-width.png for people. */
    static void look(Page page, String name) {
        var width = page.viewportSize().width;
        settled(page);
        if (PICTURES) {
            page.screenshot(new ScreenshotOptions()
                    .setPath(Path.of("target", "screens", name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", name)
                .isEqualTo(width);
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat((List<?>) page.evaluate(BARRIERS)).as("barriers on %s", name).isEmpty();
    }

    /** Its letters are drawn, and its map where it has one. */
    private static void settled(Page page) {
        if (page.locator("[data-osn-map]").count() > 0) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        page.evaluate("async () => { await document.fonts.ready }");
    }
}
