package org.opensocialnet.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What a phone has to fetch, and how soon the reader sees the main thing; measured in a real browser. */
final class PagesBench implements Bench.Benchmark {

    private static final String LARGEST_PAINT = """
            new Promise(resolve => new PerformanceObserver(list =>
                resolve(list.getEntries().at(-1).startTime)
            ).observe({type: 'largest-contentful-paint', buffered: true}))
            """;

    @Override
    public void run(Consumer<Result> found) throws Exception {
        figures().forEach(found);
    }

    private static List<Result> figures() throws Exception {
        var launch = new LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-background-networking"))
                .setExecutablePath(Path.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")));
        try (var server = Server.start("pages", "small", Duration.ofMinutes(5));
                var playwright = Playwright.create(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(launch)) {
            visit(browser, server, "/");
            var home = visit(browser, server, "/");
            var map = visit(browser, server, "/find");
            return List.of(
                    weight("home page, transferred", home, 120),
                    weight("map page, transferred", map, 500),
                    paint("home page, largest paint", home),
                    paint("map page, largest paint", map));
        }
    }

    private record Visit(long bytes, double largestPaint) {}

    private static Visit visit(Browser browser, Server server, String path) {
        try (var context = browser.newContext();
                var page = context.newPage()) {
            var bytes = new AtomicLong();
            page.onRequestFinished(request -> {
                var sizes = request.sizes();
                bytes.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
            });
            page.navigate("http://127.0.0.1:" + server.port() + path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return new Visit(bytes.get(), largestPaint(page));
        }
    }

    private static double largestPaint(Page page) {
        return ((Number) page.evaluate(LARGEST_PAINT)).doubleValue();
    }

    private static Result weight(String name, Visit visit, int goal) {
        double kilobytes = visit.bytes() / 1000.0;
        return new Result(
                name,
                "%.0f kB".formatted(kilobytes),
                goal + " kB",
                kilobytes / goal,
                "at most " + goal + " kB",
                kilobytes <= goal);
    }

    private static Result paint(String name, Visit visit) {
        return new Result(
                name,
                "%.0f ms".formatted(visit.largestPaint()),
                "1000 ms",
                visit.largestPaint() / 1000,
                "under 1 s",
                visit.largestPaint() < 1000);
    }
}
