package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** What every browser test does with a page it visits: keeps its picture, and lets axe look for barriers. */
final class Screens {

    static final int PHONE = 390;
    static final int DESKTOP = 1280;

    private Screens() {}

    static void size(Page page, int width) {
        page.setViewportSize(width, width == PHONE ? 844 : 900);
    }

    /** Saves target/screens/name-width.png and expects no violation of WCAG 2.2 AA and no sideways scrolling. */
    static void look(Page page, String name) {
        var width = page.viewportSize().width;
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + "-" + width + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", name)
                .isEqualTo(width);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("barriers on %s", name)
                .isEmpty();
    }
}
