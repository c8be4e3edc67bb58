package org.opensocialnet.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.junit.PlaywrightExtension;
import com.microsoft.playwright.junit.Options;
import com.microsoft.playwright.junit.OptionsFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser that speaks Greek: the one CHROMIUM names, else the system's, else the one Playwright brings. */
public class GreekChromium implements OptionsFactory {

    private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");

    @Override
    public Options getOptions() {
        forgetClosed();
        var launch = new LaunchOptions()
                // The map alone is drawn as a graphics card would; pages are painted directly, which takes half the
                // time.
                .setArgs(List.of("--no-sandbox", "--disable-gpu-rasterization", "--enable-unsafe-swiftshader"));
        var create = new Playwright.CreateOptions();
        executable().ifPresent(found -> {
            launch.setExecutablePath(found);
            create.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        });
        return new Options()
                .setPlaywrightCreateOptions(create)
                .setLaunchOptions(launch)
                .setContextOptions(new NewContextOptions().setLocale("el-GR").setTimezoneId("Europe/Athens"));
    }

    /**
     * In one of several forks each class is a run of tests of its own, at whose end the extension closes Playwright and
     * yet hands the closed one to the next class: so every class begins with a new one.
     */
    private static void forgetClosed() {
        try {
            var kept = PlaywrightExtension.class.getDeclaredField("threadLocalPlaywright");
            kept.setAccessible(true);
            ((ThreadLocal<?>) kept.get(null)).remove();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "another Playwright keeps it elsewhere: see whether this is still needed", e);
        }
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
