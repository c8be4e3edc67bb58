package org.opensocialnet.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.index.Index;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route of the running program, with a place that is confidential and records for professionals only
 * planted in the directory, and looks for them in every answer. A route this test does not know fails it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingLeaksTest {

    /** Every planted secret holds this word; coordinates are told apart by their digits. */
    static final String SECRET = "Απόρρητοψχ";

    static final String LATIN = "Secretpsx";
    static final List<String> PLANTED = List.of(SECRET, LATIN, "secretpsx", "37.98765", "23.71234", "6999999999");

    static final UUID PUBLIC_SERVICE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID HIDDEN_SERVICE = UUID.fromString("00000000-0000-7000-8000-000000000002");
    static final UUID ORGANIZATION = UUID.fromString("00000000-0000-7000-8000-000000000003");
    static final UUID HIDDEN_ORGANIZATION = UUID.fromString("00000000-0000-7000-8000-000000000004");
    static final UUID PLACE = UUID.fromString("00000000-0000-7000-8000-000000000005");
    static final UUID POINT = UUID.fromString("00000000-0000-7000-8000-000000000006");

    static final List<UUID> IDS =
            List.of(PUBLIC_SERVICE, HIDDEN_SERVICE, ORGANIZATION, HIDDEN_ORGANIZATION, PLACE, POINT);

    /** Routes that say nothing of the directory, or change something and are answered with a page of these. */
    static final Set<String> SILENT = Set.of("/error", "/service/{id}/report", "/health", "/health/{part:live|ready}");

    /** Behind the door, behind a ticket or a token, or a picture of the operator's. */
    static final Pattern NAMED = Pattern.compile("^/(desk|letters|emblems|sign-in)/");

    static final Pattern WORDS = Pattern.compile("\\{\\w+:([a-z_]+(?:\\|[a-z_]+)+)}");
    static final Pattern VARIABLE = Pattern.compile("\\{\\w+(?::((?:[^{}]|\\{\\d+})*))?}");

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("leaks_test");
        properties.add("osn.database.url", () -> url);
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Index index;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    final HttpClient browser = HttpClient.newHttpClient();

    @BeforeAll
    void plant() {
        for (var statement : PLANTING.split(";\\s*\n")) {
            jdbc.sql(statement).update();
        }
        index.refresh();
    }

    static final String PLANTING = """
            insert into directory.organization (id, name, record_source) values
                ('00000000-0000-7000-8000-000000000003', 'Φανερός φορέας', 'own');
            insert into directory.organization (id, name, description, email, visibility, record_source) values
                ('00000000-0000-7000-8000-000000000004', 'Απόρρητοψχ φορέας', 'Secretpsx', 'secretpsx@example.org', 'professionals', 'own');
            insert into directory.service (id, organization_id, name, description, record_source) values
                ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000003', 'Φανερή υπηρεσία', 'Για όλους', 'own');
            insert into directory.service (id, organization_id, name, description, visibility, record_source) values
                ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000003', 'Απόρρητοψχ υπηρεσία', 'Secretpsx', 'professionals', 'own');
            insert into directory.location (id, name, alternate_name, description, transportation, latitude, longitude, confidential, zone, area, translations, record_source) values
                ('00000000-0000-7000-8000-000000000005', 'Απόρρητοψχ οίκος', 'Secretpsx', 'Απόρρητοψχ περιγραφή', 'Απόρρητοψχ στάση', 37.98765, 23.71234, true, '91860101', 'Κέντρο', '{"en":{"name":"Secretpsx house","description":"Secretpsx"}}', 'own');
            insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type, record_source) values
                ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000005', 'Απόρρητοψχ 7', 'Αθήνα', 'Αττική', '10400', 'GR', 'physical', 'own');
            insert into directory.service_at_location (id, service_id, location_id, description, translations, record_source) values
                ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000005', 'Απόρρητοψχ είσοδος', '{"en":{"description":"Secretpsx door"}}', 'own');
            insert into directory.contact (id, service_id, name, email, visibility, record_source) values
                ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000001', 'Απόρρητοψχ επαφή', 'secretpsx@example.org', 'professionals', 'own');
            insert into directory.phone (id, contact_id, number, record_source) values
                ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000008', '6999999999', 'own');
            insert into directory.phone (id, location_id, number, record_source) values
                ('00000000-0000-7000-8000-000000000010', '00000000-0000-7000-8000-000000000005', '2100000000', 'own');
            insert into directory.notice (id, location_id, kind, message, starts_at, record_source) values
                ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000005', 'message', 'Απόρρητοψχ ανακοίνωση', '2026-01-01T00:00Z', 'own');
            insert into directory.accessibility (id, location_id, description, details, record_source) values
                ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000005', 'Απόρρητοψχ ράμπα', 'Secretpsx', 'own')
            """;

    @Test
    void theConfidentialPlaceIsFoundByItsAreaAndPhone() throws Exception {
        assertThat(text("/find?q=Φανερή")).contains("Κέντρο", "2100000000");
    }

    @Test
    void noRouteTellsWhatIsHidden() throws Exception {
        for (var address : addresses()) {
            var answer = text(address);
            assertThat(PLANTED).as("planted in the answer of %s", address).noneMatch(answer::contains);
        }
    }

    @Test
    void noSearchFindsWhatIsHidden() throws Exception {
        for (var words : List.of(SECRET, LATIN, "Απόρρητοψχ οίκος", "6999999999")) {
            assertThat(text("/find.csv?q=" + encoded(words)).lines().skip(1))
                    .as(words)
                    .isEmpty();
            for (int letters = 2; letters <= words.length(); letters++) {
                assertThat(text("/suggest?q=" + encoded(words.substring(0, letters))))
                        .doesNotContain(SECRET, LATIN);
            }
        }
    }

    @Test
    void noFormIsAnsweredWithWhatIsHidden() throws Exception {
        var forms = List.of(
                Map.entry("application/x-www-form-urlencoded", "full=true"),
                Map.entry("application/x-www-form-urlencoded", "search=" + encoded(SECRET) + "&full=true"),
                Map.entry(
                        "application/x-www-form-urlencoded", "format=ndjson&full=true&organization_id=" + ORGANIZATION),
                Map.entry("application/x-www-form-urlencoded", "kind=other&message="),
                Map.entry("application/json", "{\"search\": \"" + LATIN + "\", \"full\": true}"));
        var routes = routes(mapping -> takes(mapping, RequestMethod.POST));
        assertThat(routes).contains("/service/{id}/report").hasSizeGreaterThan(1);
        for (var route : routes) {
            for (var address : filled(route)) {
                for (var form : forms) {
                    var answer = unpacked(posted(address, form.getKey(), form.getValue()));
                    assertThat(PLANTED)
                            .as("planted in the answer of POST %s with %s", address, form.getValue())
                            .filteredOn(planted -> !form.getValue().contains(planted)
                                    && !form.getValue().contains(encoded(planted)))
                            .noneMatch(answer::contains);
                }
            }
        }
    }

    private byte[] posted(String address, String type, String form) throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .header("Content-Type", type)
                        .header("Accept", "text/html,*/*")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as("POST " + address).isLessThan(500);
        return answer.body();
    }

    /** No method named means every method. */
    private static boolean takes(RequestMappingInfo mapping, RequestMethod method) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(method);
    }

    private Set<String> routes(Predicate<RequestMappingInfo> which) {
        var routes = new TreeSet<String>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(which)
                .forEach(mapping -> routes.addAll(mapping.getPatternValues()));
        return routes;
    }

    /** All addresses the program answers, each with each id where it takes one, in both languages. */
    private Set<String> addresses() throws Exception {
        var routes = routes(_ -> true);
        assertThat(routes)
                .contains("/", "/find", "/find.geojson", "/find.csv", "/find.xlsx", "/guide.pdf", "/sitemap.xml");
        var addresses = new LinkedHashSet<String>();
        for (var route : routes) {
            if (!SILENT.contains(route)) {
                addresses.addAll(filled(route));
            }
        }
        var both = new LinkedHashSet<>(addresses);
        addresses.forEach(address -> both.add("/en" + address));
        return both;
    }

    /** Each variable filled with each word it may be, else all of them with one id after the other. */
    private static Set<String> filled(String route) {
        var addresses = new LinkedHashSet<String>();
        if (NAMED.matcher(route).find()) {
            // nobody is signed in here and no ticket is real: whatever is named so, nothing of it is told
            IDS.forEach(id -> addresses.add(route.replaceAll("\\{[^/]*}", id.toString())));
            return addresses;
        }
        var words = WORDS.matcher(route);
        if (words.find()) {
            for (var word : words.group(1).split("\\|")) {
                addresses.addAll(filled(route.substring(0, words.start()) + word + route.substring(words.end())));
            }
        } else if (VARIABLE.matcher(route).find()) {
            IDS.forEach(id -> addresses.add(VARIABLE.matcher(route).replaceAll(variable -> fitting(id, variable))));
        } else {
            addresses.add(route);
        }
        return addresses;
    }

    private static String fitting(UUID id, MatchResult variable) {
        var allowed = variable.group(1);
        return Stream.of(id.toString(), id.toString().replace("-", ""))
                .filter(value -> allowed == null || value.matches(allowed))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("A variable of a new kind: teach this test to walk " + variable.group()));
    }

    private String text(String address) throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + address.replace("Φανερή", encoded("Φανερή"))))
                        .header("Accept", "text/html,*/*")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isLessThan(500);
        return unpacked(answer.body());
    }

    /** The text of a page, of a PDF or of what is packed in a ZIP. */
    private static String unpacked(byte[] body) throws IOException {
        var start = new String(body, 0, Math.min(4, body.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")) {
            try (var document = Loader.loadPDF(body)) {
                return new PDFTextStripper().getText(document);
            }
        }
        if (start.startsWith("PK")) {
            var text = new StringBuilder();
            var file = Files.write(Files.createTempFile("answer", ".zip"), body);
            try (var zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
            return text.toString();
        }
        if (body.length > 1 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b) {
            return new String(
                    new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
