package org.opensocialnet.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Route.Asks;
import org.opensocialnet.database.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Every address of every room × every role × own and another organisation's record, over HTTP, against what the tables
 * {@code routes.csv} and {@code roles.csv} promise. Rooms that come later are walked by themselves.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"desk-sample", "matrix"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest {

    static final UUID SUN = DeskSamples.SUN;
    static final UUID MOON = DeskSamples.MOON;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("matrix_test");
        properties.add("osn.database.url", () -> url);
        properties.add("osn.costly.at-once", () -> 1_000_000);
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Routes routes;

    @Autowired
    ObjectProvider<RouteExamples> examples;

    @Autowired
    SessionRepository<?> sessions;

    final Map<String, RouteExamples> byKind = new HashMap<>();
    final Map<Role, Set<String>> allowed = new EnumMap<>(Role.class);
    final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    final Set<UUID> ofTheNetwork = ConcurrentHashMap.newKeySet();
    final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger asked = new AtomicInteger();

    /** Records that nobody uses up: those that are only read, and those of whoever is refused. */
    final Map<List<Object>, String> lasting = new ConcurrentHashMap<>();

    UUID moonling = MOON;

    /** One address by one method: all lines of the tables that speak of it. */
    record Address(String method, String pattern, List<Route> lines) {

        boolean writes() {
            return method.equals("POST") || method.equals("PUT") || method.equals("DELETE");
        }

        Asks asks() {
            return lines.getFirst().asks();
        }

        boolean namesARecord() {
            return pattern.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeAll
    void whoIsThere() throws IOException {
        examples.forEach(example -> byKind.put(example.kind(), example));
        readRoles();
        for (var role : Role.values()) {
            visitors.put(role, visitor(role));
        }
        moonling = desk().member(Set.of(Role.EDITOR), MOON);
    }

    /** Read by hand, so that the program's own reading is checked too. */
    void readRoles() throws IOException {
        var rows = Files.readAllLines(Path.of("src/main/resources/access/roles.csv")).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        for (var role : Role.values()) {
            var column = rows.getFirst().indexOf(role.code());
            allowed.put(
                    role,
                    rows.stream()
                            .filter(row -> row.get(column).equals("yes"))
                            .map(List::getFirst)
                            .collect(Collectors.toSet()));
        }
    }

    AtTheDesk desk() {
        return AtTheDesk.of(context);
    }

    Visitor visitor(Role role) {
        var visitor = desk().as(role, role.ofTheNetwork() ? null : SUN);
        if (role.ofTheNetwork()) {
            ofTheNetwork.add(visitor.member());
        }
        return visitor;
    }

    List<Address> addresses() {
        var all = new LinkedHashMap<String, Address>();
        for (var route : routes.all()) {
            var method = route.method().equals("ANY") ? "GET" : route.method();
            var pattern = route.path().getPatternString();
            all.computeIfAbsent(method + " " + pattern, _ -> new Address(method, pattern, new ArrayList<>()))
                    .lines()
                    .add(route);
        }
        return List.copyOf(all.values());
    }

    @Test
    void everyKindHasAnExample() {
        var without = new TreeSet<String>();
        for (var address : addresses()) {
            if (address.asks().member()) {
                Addresses.variables(address.pattern()).stream()
                        .filter(variable -> variable.firstWord().isEmpty() && !byKind.containsKey(variable.name()))
                        .forEach(variable -> without.add(variable.name() + " in " + address));
            }
        }
        assertThat(without)
                .as("variables without RouteExamples: add a bean to the room's tests")
                .isEmpty();
    }

    @Test
    void everyAddressAnswersEverybodyAsTheTablesSay() {
        Several.each(addresses(), address -> {
            strangers(address);
            for (var role : Role.values()) {
                member(address, role);
            }
        });
        assertThat(asked.get()).isGreaterThan(500);
        assertThat(wrong).as("%s questions asked", asked).isEmpty();
    }

    void strangers(Address address) {
        var path = path(address, SUN, desk().stranger().member());
        var page = ask(address, desk().stranger(), path, true, true);
        switch (address.asks()) {
            case PUBLIC, DOOR, LINK ->
                expect(address, "a stranger", page, isAnswered(page) || page.statusCode() == 403, "an answer");
            case SIGNED_IN, PERMISSION -> {
                expect(address, "a stranger", page, isSentTo(page, "/sign-in"), "303 to sign-in");
                var program = ask(address, desk().stranger(), path, true, false);
                expect(address, "a program", program, program.statusCode() == 401, "401");
            }
        }
        if (address.writes() && address.asks() != Asks.PUBLIC && address.asks() != Asks.LINK) {
            var forged = ask(address, visitor(Role.ADMINISTRATOR), path, false, true);
            expect(address, "another site", forged, forged.statusCode() == 403, "403");
        }
    }

    void member(Address address, Role role) {
        if (!address.asks().member()) {
            var answer = ask(address, fresh(address, role), path(address, SUN, moonling), true, true);
            expect(address, role.code(), answer, isAnswered(answer) || answer.statusCode() == 403, "an answer");
            return;
        }
        var granted = address.lines().stream()
                .filter(line -> line.permission() == null
                        || allowed.getOrDefault(role, Set.of())
                                .contains(line.permission().code()))
                .filter(line -> line.isFor(!role.ofTheNetwork()))
                .toList();
        var own = one(address, role, granted.isEmpty());
        if (granted.isEmpty()) {
            var no = address.namesARecord() ? 404 : 403;
            expect(address, role.code() + " with own", own, own.statusCode() == no, String.valueOf(no));
            return;
        }
        if (!isAnswered(own) || own.statusCode() == 404) {
            own = one(address, role, false); // an act beside this one may have used the record up
        }
        expect(address, role.code() + " with own", own, isAnswered(own) && own.statusCode() != 404, "an answer");
        if (granted.stream().anyMatch(Route::recent)) {
            longAgo(address, role);
        }
        if (address.namesARecord()) {
            another(address, role, granted.stream().allMatch(Route::own));
        }
    }

    /** Another organisation's record: what is not there answers the same, to the letter. */
    void another(Address address, Role role, boolean mustBeHidden) {
        if (role.ofTheNetwork()) {
            return;
        }
        var visitor = fresh(address, role);
        var path = mustBeHidden ? lasting(address, MOON, moonling) : path(address, MOON, moonling);
        var others = ask(address, visitor, path, true, true);
        if (mustBeHidden) {
            expect(address, role.code() + " with another's", others, others.statusCode() == 404, "404");
        }
        if (others.statusCode() == 404) {
            expect(
                    address,
                    role.code() + " with another's",
                    others,
                    isLikeNothing(address, role, path, 3),
                    "the answer for what is not there");
        }
    }

    /** What the frame of the page counts may change between two questions; a difference that stays is one. */
    boolean isLikeNothing(Address address, Role role, String path, int tries) {
        var nothing = Addresses.filled(address.pattern(), name -> missing(name));
        var others = ask(address, fresh(address, role), path, true, true);
        var missing = ask(address, fresh(address, role), nothing, true, true);
        return plain(others, path).equals(plain(missing, nothing))
                || tries > 1 && isLikeNothing(address, role, path, tries - 1);
    }

    void longAgo(Address address, Role role) {
        var visitor = visitor(role);
        prove(sessions, visitor);
        var answer = ask(address, visitor, path(address, SUN, visitor.member()), true, true);
        expect(address, role.code() + " of an hour ago", answer, isSentTo(answer, "/sign-in/again"), "303 to again");
    }

    private <S extends Session> void prove(SessionRepository<S> repository, Visitor who) {
        var session = Objects.requireNonNull(repository.findById(Objects.requireNonNull(who.session())));
        long proven = session.getRequiredAttribute(Entrance.PROVEN);
        session.setAttribute(Entrance.PROVEN, proven - Duration.ofHours(1).toMillis());
        repository.save(session);
    }

    /** Who is refused changes nothing: neither the member nor the record must be new. */
    HttpResponse<String> one(Address address, Role role, boolean refused) {
        if (refused) {
            var visitor = Objects.requireNonNull(visitors.get(role));
            return ask(address, visitor, lasting(address, SUN, visitor.member()), true, true);
        }
        var visitor = fresh(address, role);
        return ask(address, visitor, path(address, SUN, visitor.member()), true, true);
    }

    /** Acts may end a session or a membership: each has a member of its own. */
    Visitor fresh(Address address, Role role) {
        return address.writes() ? visitor(role) : Objects.requireNonNull(visitors.get(role));
    }

    String lasting(Address address, UUID organization, UUID member) {
        return Addresses.filled(
                address.pattern(),
                name -> byKind.containsKey(name) && address.asks().member()
                        ? lasting.computeIfAbsent(
                                List.of(name, organization, member),
                                _ -> byKind.get(name).of(organization, member))
                        : UUID.randomUUID().toString());
    }

    String path(Address address, UUID organization, UUID member) {
        if (!address.writes()) {
            return lasting(address, organization, member);
        }
        return Addresses.filled(
                address.pattern(),
                name -> byKind.containsKey(name) && address.asks().member()
                        ? byKind.get(name).of(organization, member)
                        : UUID.randomUUID().toString());
    }

    String missing(String name) {
        return byKind.containsKey(name)
                ? byKind.get(name).missing()
                : UUID.randomUUID().toString();
    }

    HttpResponse<String> ask(Address address, Visitor visitor, String path, boolean token, boolean browser) {
        asked.incrementAndGet();
        HttpResponse<String> answer;
        if (!address.writes()) {
            var request = visitor.asked(path).GET();
            answer = visitor.send(browser ? request : request.setHeader("Accept", "application/json"));
        } else if (!token) {
            answer = visitor.postWithoutToken(path, Map.of());
        } else if (browser) {
            answer = visitor.post(path, fields(address));
        } else {
            answer = visitor.send(visitor.asked(path)
                    .setHeader("Accept", "application/json")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-XSRF-TOKEN", visitor.token())
                    .POST(BodyPublishers.noBody()));
        }
        if (!ofTheNetwork.contains(visitor.member()) && answer.body().contains(RouteExamples.marker(MOON))) {
            wrong.add("%s shows what only the other organisation may read".formatted(address));
        }
        return answer;
    }

    Map<String, String> fields(Address address) {
        var fields = new HashMap<String, String>();
        for (var variable : Addresses.variables(address.pattern())) {
            var example = byKind.get(variable.name());
            if (example != null) {
                fields.putAll(example.fields(SUN));
            }
        }
        return fields;
    }

    void expect(Address address, String who, HttpResponse<String> answer, boolean right, String promised) {
        if (!right) {
            wrong.add("%s: %s gets %d %s, promised is %s"
                    .formatted(
                            address,
                            who,
                            answer.statusCode(),
                            answer.headers().firstValue("Location").orElse(""),
                            promised));
        }
    }

    /** Let through: a page, a redirect, or what a form says to nothing typed. */
    static boolean isAnswered(HttpResponse<String> answer) {
        return answer.statusCode() < 500
                && !Set.of(401, 403, 405).contains(answer.statusCode())
                && !isSentTo(answer, "/sign-in")
                && !isSentTo(answer, "/sign-in/again");
    }

    static boolean isSentTo(HttpResponse<String> answer, String where) {
        return answer.statusCode() == 303
                && answer.headers().firstValue("Location").filter(where::equals).isPresent();
    }

    /** Without what differs from one answer to the next, whatever was asked for: the address itself, and tokens. */
    static String plain(HttpResponse<String> answer, String path) {
        return answer.statusCode()
                + answer.body()
                        .replace(path, "…")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "…");
    }
}
