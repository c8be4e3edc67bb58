package org.opensocialnet.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The addresses of the tables, with their variables filled in. */
final class Addresses {

    private static final Pattern CHOICE = Pattern.compile("[\\w.-]+(\\|[\\w.-]+)*");

    private Addresses() {}

    /** A variable and what it must look like; empty where anything goes. */
    record Variable(String name, String shape) {

        /** The first of several words, where the shape is a list of words. */
        String firstWord() {
            return CHOICE.matcher(shape).matches() ? shape.replaceFirst("\\|.*", "") : "";
        }
    }

    static List<Variable> variables(String pattern) {
        var found = new ArrayList<Variable>();
        walk(pattern, variable -> {
            found.add(variable);
            return "";
        });
        return found;
    }

    static String filled(String pattern, UnaryOperator<String> byName) {
        return walk(pattern, variable -> {
                    var word = variable.firstWord();
                    return word.isEmpty() ? byName.apply(variable.name()) : word;
                })
                .replace("**", "nothing");
    }

    private interface Filling {
        String of(Variable variable);
    }

    /** Shapes may hold braces of their own. */
    private static String walk(String pattern, Filling filling) {
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '{') {
                out.append(pattern.charAt(i));
                continue;
            }
            int depth = 1;
            int end = i;
            while (depth > 0) {
                end++;
                depth += pattern.charAt(end) == '{' ? 1 : pattern.charAt(end) == '}' ? -1 : 0;
            }
            var inside = pattern.substring(i + 1, end).replaceFirst("^\\*", "");
            var colon = inside.indexOf(':');
            out.append(filling.of(
                    colon < 0
                            ? new Variable(inside, "")
                            : new Variable(inside.substring(0, colon), inside.substring(colon + 1))));
            i = end;
        }
        return out.toString();
    }
}
