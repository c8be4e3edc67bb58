package org.opensocialnet.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Routes routes;

    @Autowired
    ObjectProvider<RouteExamples> examples;

    final Map<String, RouteExamples> byKind = new HashMap<>();
    final Map<Role, Visitor> visitors = new LinkedHashMap<>();
    final Set<String> wrong = new TreeSet<>();

    /** A page and who may see it. */
    record Seen(Route route, Visitor visitor, String path, String body) {}

    /** A form of a page, with what its fields say already. */
    record Sheet(String action, Map<String, String> fields, Set<String> texts) {}

    @BeforeAll
    void whoIsThere() {
        examples.forEach(example -> byKind.put(example.kind(), example));
        for (var role : List.of(Role.ORGANIZATION_ADMIN, Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR)) {
            visitors.put(role, AtTheDesk.of(context).as(role, role.ofTheNetwork() ? null : DeskSamples.SUN));
        }
    }

    Visitor visitor(Role role) {
        return Objects.requireNonNull(visitors.get(role));
    }

    /** Every page that one of them sees, once. */
    List<Seen> pages() {
        var seen = new ArrayList<Seen>();
        for (var route : routes.all()) {
            if (!route.takes("GET") || route.path().getPatternString().contains("**")) {
                continue;
            }
            for (var visitor : visitors.values()) {
                var path = Addresses.filled(
                        route.path().getPatternString(),
                        name -> byKind.containsKey(name)
                                ? byKind.get(name).of(DeskSamples.SUN, visitor.member())
                                : UUID.randomUUID().toString());
                var answer = visitor.get(path);
                if (answer.statusCode() == 200) {
                    seen.add(new Seen(route, visitor, path, answer.body()));
                    break;
                }
            }
        }
        return seen;
    }

    @Test
    void noFormFailsOrShowsAsItsOwnWhatWasTyped() {
        int tried = 0;
        for (var page : pages()) {
            for (var sheet : sheets(page.body())) {
                for (var field : sheet.texts()) {
                    var typed = new LinkedHashMap<>(sheet.fields());
                    typed.put(field, TYPED);
                    look(page, sheet.action() + " " + field, page.visitor().post(sheet.action(), typed));
                    tried++;
                }
                var all = new LinkedHashMap<>(sheet.fields());
                sheet.texts().forEach(field -> all.put(field, TYPED.repeat(400)));
                look(
                        page,
                        sheet.action() + " everything too long",
                        page.visitor().post(sheet.action(), all));
            }
        }
        for (var page : pages()) {
            look(page, page.path() + " afterwards", page.visitor().get(page.path()));
        }
        assertThat(tried).isGreaterThan(5);
        assertThat(wrong).isEmpty();
    }

    @Test
    void noListFailsWhateverItsAddressSays() {
        int tried = 0;
        for (var page : pages()) {
            var offered = namesInLinks(page);
            var names = new LinkedHashSet<>(List.of("q", "sort", "page"));
            names.addAll(offered);
            for (var name : names) {
                for (var value : offered.contains(name) ? ASKED : List.of("'", "-1", "%00")) {
                    var query = name + "="
                            + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2500", "%00");
                    look(
                            page,
                            page.path() + "?" + name + "=" + value,
                            page.visitor().get(page.path() + "?" + query));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(wrong).isEmpty();
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
        for (var route : routes.all()) {
            if (!route.method().equals("POST")) {
                continue;
            }
            for (var visitor : List.of(visitor(Role.ORGANIZATION_ADMIN), visitor(Role.ADMINISTRATOR))) {
                var path = Addresses.filled(
                        route.path().getPatternString(),
                        name -> byKind.containsKey(name)
                                ? byKind.get(name).of(DeskSamples.SUN, visitor.member())
                                : UUID.randomUUID().toString());
                bodies.forEach((type, body) -> {
                    var answer = visitor.send(visitor.asked(path)
                            .header("Content-Type", type)
                            .header("X-XSRF-TOKEN", visitor.token())
                            .POST(BodyPublishers.ofString(body)));
                    if (answer.statusCode() >= 500 || answer.body().contains("root:")) {
                        wrong.add("%s as %s: %d".formatted(route.path(), type, answer.statusCode()));
                    }
                });
            }
        }
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

    private void look(Seen page, String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            wrong.add("%s: %d".formatted(what, answer.statusCode()));
        }
        if (answer.body().contains(UNESCAPED) || answer.body().contains("<script>osnwashere")) {
            wrong.add("%s: shown as our own".formatted(what));
        }
    }

    private static Set<String> namesInLinks(Seen page) {
        var names = LINK.matcher(page.body())
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
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
