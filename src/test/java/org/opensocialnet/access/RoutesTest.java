package org.opensocialnet.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that answers is in its room's routes.csv, and every line there answers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("gallery")
class RoutesTest {

    /** What Spring Boot adds by itself; the gate refuses it. */
    static final Set<String> NOT_OURS = Set.of("/**", "/webjars/**");

    /** Answers only where the demo city is; its own tests go there. */
    static final Set<String> SOMETIMES = Set.of("GET /demo");

    @Autowired
    ApplicationContext context;

    @Autowired
    Routes routes;

    @Autowired
    ObjectProvider<Keeper> keepers;

    @Test
    void everyAddressThatAnswersIsInATable() {
        assertThat(routes.all())
                .extracting(route -> route.method() + " " + route.path().getPatternString())
                .containsAll(answering());
    }

    @Test
    void everyLineOfATableAnswers() throws IOException {
        assertThat(answering())
                .containsAll(lines().stream()
                        .filter(line -> !SOMETIMES.contains(line))
                        .toList());
    }

    @Test
    void whatBelongsToSomebodySaysToWhom() {
        var kinds = keepers.stream().map(Keeper::kind).toList();
        assertThat(routes.all())
                .filteredOn(Route::own)
                .filteredOn(route -> !route.path().getPatternString().startsWith("/desk/sample/"))
                .allSatisfy(route -> assertThat(kinds)
                        .as("who keeps the record in %s", route.path())
                        .contains(route.kind().orElseThrow()));
    }

    private Set<String> answering() {
        var answering = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> answering.addAll(addresses(info)));
        context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .filter(path -> !NOT_OURS.contains(path))
                .forEach(path -> answering.add("GET " + path));
        return answering;
    }

    private static List<String> addresses(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        var all = new ArrayList<String>();
        for (var path : info.getPatternValues()) {
            for (var method : methods.isEmpty() ? List.of("ANY") : methods) {
                all.add(method + " " + path);
            }
        }
        return all;
    }

    private static List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/resources"), 2)) {
            for (var file : files.filter(file -> file.endsWith("routes.csv")).toList()) {
                Routes.read("", file.toUri().toURL())
                        .forEach(route ->
                                lines.add(route.method() + " " + route.path().getPatternString()));
            }
        }
        assertThat(lines).hasSizeGreaterThan(20);
        return lines;
    }
}
