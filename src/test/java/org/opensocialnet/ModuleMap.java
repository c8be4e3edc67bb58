package org.opensocialnet;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** Draws the rooms on their floors, who calls whom, and what each offers, from the code itself. */
record ModuleMap(ApplicationModules rooms) {

    private static final Pattern PURPOSE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    String asMarkdown() {
        return """
                # The rooms

                Drawn from the code by `ModularityTest`; do not edit. An arrow means "calls". Rooms call only rooms on lower floors.

                ```mermaid
                flowchart TB
                %s
                ```

                | floor | room | what it is for | what it offers |
                |---|---|---|---|
                %s
                """.formatted(lines(this::arrows), lines(this::row));
    }

    private String lines(java.util.function.Function<ApplicationModule, String> line) {
        return rooms.stream()
                .sorted(Comparator.comparing((ApplicationModule room) -> Floors.of(name(room)))
                        .thenComparing(ModuleMap::name))
                .map(line)
                .collect(Collectors.joining("\n"));
    }

    private String arrows(ApplicationModule room) {
        var called = called(room).stream().map(other -> "\n  %s --> %s".formatted(name(room), other));
        return "  %1$s[\"%1$s\"]".formatted(name(room)) + called.collect(Collectors.joining());
    }

    private List<String> called(ApplicationModule room) {
        return room.getDependencies(rooms, DependencyDepth.IMMEDIATE)
                .uniqueModules()
                .map(ModuleMap::name)
                .sorted()
                .toList();
    }

    private String row(ApplicationModule room) {
        return "| %d | `%s` | %s | %s |".formatted(Floors.of(name(room)), name(room), purpose(room), offer(room));
    }

    private static String purpose(ApplicationModule room) {
        var comment =
                PURPOSE.matcher(Sources.text(Sources.JAVA.resolve(name(room)).resolve("package-info.java")));
        return comment.find()
                ? comment.group(1)
                        .replaceAll("\\n \\*", " ")
                        .replaceAll("\\s+", " ")
                        .strip()
                : "";
    }

    /** The room's public types: its entry class, ids, events and records. */
    private static String offer(ApplicationModule room) {
        return Sources.below(Sources.JAVA.resolve(name(room)), ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(type -> Pattern.compile("^public .*\\b%s\\b".formatted(type), Pattern.MULTILINE)
                        .matcher(Sources.text(Sources.JAVA.resolve(name(room)).resolve(type + ".java")))
                        .find())
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
