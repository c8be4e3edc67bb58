package org.opensocialnet.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.database.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;

/**
 * What no page may do, whatever it is sent: fail, or show as its own what somebody typed. Addresses come from the tables,
 * forms and lists from the pages themselves, so that later rooms are tried too.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"desk-sample", "matrix"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {

    static final String TYPED = "<img src=x onerror=osnwashere>'\"; select 1/0; --";
    static final String UNESCAPED = "<img src=x onerror=osnwashere";

    static final List<String> ASKED = List.of(
            "",
            "'",
            "1 or 1=1",
            "name;drop table access.member",
            "name desc, pg_sleep(1)",
            "-1",
            "99999999999999999999",
            "NaN",
            "%00",
            "../../etc/passwd",
            "<script>osnwashere</script>",
            "[]",
            "2026-02-31",
            "\uD83D\uDE00".repeat(300));

    static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
    static final Pattern FIELD = Pattern.compile("(?s)<(input|textarea|select)([^>]*)>(?:([^<]*)</textarea>)?");
    static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");
    static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*\\?[^\"]*)\"");

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("hostile_test");
        properties.add("osn.database.url", () -> url);
        properties.add("osn.costly.at-once", () -> 1_000_000);
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Routes routes;

    @Autowired
    ObjectProvider<RouteExamples> examples;

    final Map<String, RouteExamples> byKind = new HashMap<>();
    final Map<Role, Visitor> visitors = Collections.synchronizedMap(new LinkedHashMap<>());
    final Set<String> wrong = new ConcurrentSkipListSet<>();
    final List<Seen> pages = Collections.synchronizedList(new ArrayList<>());

    /** A page and who may see it. */
    record Seen(String pattern, Role role, String path, String body) {}

    /** A form of a page, with what its fields say already. */
    record Sheet(String action, Map<String, String> fields, Set<String> texts) {

        /** The address without the record. */
        String shape() {
            return action.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…");
        }
    }

    @BeforeAll
    void whoIsThere() {
        examples.forEach(example -> byKind.put(example.kind(), example));
        for (var role : List.of(Role.ORGANIZATION_ADMIN, Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR)) {
            visitors.put(role, AtTheDesk.of(context).as(role, role.ofTheNetwork() ? null : DeskSamples.SUN));
        }
        walk();
    }

    Visitor visitor(Role role) {
        return Objects.requireNonNull(visitors.get(role));
    }

    /** Every page that one of them sees, once. */
    void walk() {
        var patterns = routes.all().stream()
                .filter(route -> route.takes("GET"))
                .map(route -> route.path().getPatternString())
                .filter(pattern -> !pattern.contains("**"))
                .collect(Collectors.toCollection(TreeSet::new));
        Several.each(patterns, pattern -> {
            for (var role : visitors.keySet()) {
                var path = filled(pattern, visitor(role));
                var answer = visitor(role).get(path);
                if (answer.statusCode() == 200) {
                    pages.add(new Seen(pattern, role, path, answer.body()));
                    break;
                }
            }
        });
    }

    String filled(String pattern, Visitor visitor) {
        return Addresses.filled(
                pattern,
                name -> byKind.containsKey(name)
                        ? byKind.get(name).of(DeskSamples.SUN, visitor.member())
                        : UUID.randomUUID().toString());
    }

    @Test
    void noFormFailsOrShowsAsItsOwnWhatWasTyped() {
        var known = ConcurrentHashMap.<String>newKeySet();
        Several.each(pages, page -> {
            for (var sheet : sheets(page.body())) {
                // the same form stands in each row of a list, and those of the frame on every page
                for (var field : sheet.texts()) {
                    if (known.add(sheet.shape() + " " + field)) {
                        var typed = new LinkedHashMap<>(sheet.fields());
                        typed.put(field, TYPED);
                        look(sheet.action() + " " + field, asked(page, who -> who.post(sheet.action(), typed)));
                    }
                }
                if (known.add(sheet.shape() + sheet.texts())) {
                    var all = new LinkedHashMap<>(sheet.fields());
                    sheet.texts().forEach(field -> all.put(field, TYPED.repeat(400)));
                    look(sheet.action() + " too long", asked(page, who -> who.post(sheet.action(), all)));
                }
            }
        });
        Several.each(pages, page -> look(page.path() + " afterwards", asked(page, who -> who.get(page.path()))));
        assertThat(known).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void noListFailsWhateverItsAddressSays() {
        var tried = new AtomicInteger();
        Several.each(pages, page -> {
            var own = namesInLinks(page, true);
            var names = new TreeSet<>(List.of("q", "sort", "page"));
            names.addAll(namesInLinks(page, false));
            for (var name : names) {
                for (var value : own.contains(name) ? ASKED : some(page, name)) {
                    var query = name + "="
                            + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2500", "%00");
                    look(
                            page.path() + "?" + name + "=" + value,
                            asked(page, who -> who.get(page.path() + "?" + query)));
                    tried.incrementAndGet();
                }
            }
        });
        assertThat(tried.get()).isGreaterThan(200);
        assertThat(wrong).isEmpty();
    }

    /** What a page itself does not offer is tried with two values, others for each page and name. */
    private static List<String> some(Seen page, String name) {
        int one = Math.floorMod((page.pattern() + name).hashCode(), ASKED.size());
        return List.of(ASKED.get(one), ASKED.get((one + 5) % ASKED.size()));
    }

    @Test
    void noAddressFailsWhateverBodyItIsSent() {
        var bodies = Map.of(
                "application/json", "{\"a\":[1,2",
                "application/xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "multipart/form-data", "no boundary",
                "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\n",
                "application/x-www-form-urlencoded", "a=%zz&" + "b=1&".repeat(20_000),
                // As much as the server still reads through to answer; of more it may hang up on the sender.
                "text/plain", "x".repeat(1_500_000),
                "nonsense", "x");
        var patterns = routes.all().stream()
                .filter(route -> route.method().equals("POST"))
                .map(route -> route.path().getPatternString())
                .collect(Collectors.toCollection(TreeSet::new));
        Several.each(patterns, pattern -> {
            for (var visitor : List.of(visitor(Role.ORGANIZATION_ADMIN), visitor(Role.ADMINISTRATOR))) {
                var path = filled(pattern, visitor);
                bodies.forEach((type, body) -> {
                    var answer = visitor.send(visitor.asked(path)
                            .header("Content-Type", type)
                            .header("X-XSRF-TOKEN", visitor.token())
                            .POST(BodyPublishers.ofString(body)));
                    if (answer.statusCode() >= 500 || answer.body().contains("root:")) {
                        wrong.add("%s as %s: %d".formatted(pattern, type, answer.statusCode()));
                    }
                });
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aMethodIsTheOneThatWasSent() {
        var eleni = visitor(Role.ORGANIZATION_ADMIN);
        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(eleni.send(eleni.asked("/desk/sample/me").header(header, "POST"))
                            .body())
                    .contains("\"name\"");
            assertThat(eleni.send(eleni.asked("/desk/sample/me?_method=POST")).body())
                    .contains("\"name\"");
        }
        for (var method : List.of("TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "get")) {
            var answer = eleni.send(eleni.asked("/desk/sample/me").method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isIn(400, 403, 404, 405, 501);
        }
    }

    @Test
    void whereSomebodyComesFromIsNotBelievedOfEverybody() {
        assertThat(context.getEnvironment().getProperty("server.tomcat.remoteip.internal-proxies", ""))
                .as("only proxies in private networks are believed: the default of the server holds")
                .isEmpty();
    }

    /** Some forms end sessions and memberships: whoever is sent to sign in comes back as somebody new, and asks once more. */
    private HttpResponse<String> asked(Seen page, Function<Visitor, HttpResponse<String>> question) {
        var answer = question.apply(visitor(page.role()));
        boolean isOut = answer.statusCode() == 303
                && answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
        if (!isOut) {
            return answer;
        }
        var role = page.role();
        visitors.put(role, AtTheDesk.of(context).as(role, role.ofTheNetwork() ? null : DeskSamples.SUN));
        return question.apply(visitor(role));
    }

    private void look(String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            wrong.add("%s: %d".formatted(what, answer.statusCode()));
        }
        if (answer.body().contains(UNESCAPED) || answer.body().contains("<script>osnwashere")) {
            wrong.add("%s: shown as our own".formatted(what));
        }
    }

    /** @param own only of links that lead to the page itself, and of its own filters */
    private static Set<String> namesInLinks(Seen page, boolean own) {
        var names = LINK.matcher(page.body())
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                .filter(link -> !own || link.startsWith(page.path() + "?"))
                .flatMap(
                        link -> Arrays.stream(link.replaceFirst("^[^?]*\\?", "").split("&")))
                .map(pair -> pair.replaceFirst("=.*", ""))
                .filter(name -> name.matches("[\\w.-]+"))
                .collect(Collectors.toCollection(TreeSet::new));
        FORM.matcher(page.body())
                .results()
                .filter(form -> !form.group(1).contains("method=\"post\""))
                .forEach(form -> FIELD.matcher(form.group(2))
                        .results()
                        .map(field -> attributes(field.group(2)).getOrDefault("name", ""))
                        .filter(name -> !name.isEmpty())
                        .forEach(names::add));
        return names;
    }

    /** The forms of a page that change something, but for the way out. */
    private static List<Sheet> sheets(String page) {
        var sheets = new ArrayList<Sheet>();
        FORM.matcher(page).results().forEach(form -> {
            var about = attributes(form.group(1));
            var action = about.getOrDefault("action", "");
            if (!"post".equals(about.get("method")) || action.contains("sign-out") || !action.startsWith("/")) {
                return;
            }
            var fields = new LinkedHashMap<String, String>();
            var texts = new LinkedHashSet<String>();
            FIELD.matcher(form.group(2)).results().forEach(field -> {
                var said = attributes(field.group(2));
                var name = said.getOrDefault("name", "");
                if (!name.isEmpty() && !name.equals("_csrf")) {
                    fields.putIfAbsent(name, said.getOrDefault("value", field.group(3) == null ? "" : field.group(3)));
                    texts.add(name); // hidden ones and choices too: browsers keep nobody from changing them
                }
            });
            sheets.add(new Sheet(action, fields, texts));
        });
        return sheets;
    }

    private static Map<String, String> attributes(String tag) {
        return ATTRIBUTE
                .matcher(tag)
                .results()
                .collect(Collectors.toMap(
                        attribute -> attribute.group(1),
                        attribute -> HtmlUtils.htmlUnescape(attribute.group(2)),
                        (one, _) -> one));
    }
}
