package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When a question is asked: where one before it was answered with any of these choices. */
public record Condition(String question, List<String> codes) {

    private static final Pattern CHOSEN = Pattern.compile(
            "selected\\(\\s*\\$\\{([^}]+)}\\s*,\\s*['\"]([^'\"]+)['\"]\\s*\\)|\\$\\{([^}]+)}\\s*=\\s*['\"]([^'\"]+)['\"]");

    public Condition {
        codes = List.copyOf(codes);
    }

    boolean holds(Entries said) {
        return said.codes(Spot.of(question)).stream().anyMatch(codes::contains);
    }

    /** As XLSForm writes it in its column "relevant". */
    String written() {
        return codes.stream()
                .map(code -> "selected(${" + question + "}, '" + code + "')")
                .collect(Collectors.joining(" or "));
    }

    /** What XLSForm wrote; none where it is more than choices of one question. */
    static Optional<Condition> read(String text) {
        var question = "";
        var codes = new ArrayList<String>();
        for (var part : text.strip().split("\\s+or\\s+")) {
            var found = CHOSEN.matcher(part.strip());
            if (!found.matches()) {
                return Optional.empty();
            }
            var name = found.group(1) == null ? found.group(3) : found.group(1);
            if (!question.isEmpty() && !question.equals(name)) {
                return Optional.empty();
            }
            question = name;
            codes.add(found.group(2) == null ? found.group(4) : found.group(2));
        }
        return Optional.of(new Condition(question, codes));
    }
}
