package org.opensocialnet.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
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
        var launch = new LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"));
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

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
