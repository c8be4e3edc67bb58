package org.opensocialnet.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensocialnet.kernel.OperatorError;

/** What was typed after a command: values, options with a value, and switches. */
record Arguments(List<String> values, Map<String, String> options, Set<String> switches) {

    static Arguments of(List<String> typed, int values, List<String> options, List<String> switches, String usage) {
        var found = new ArrayList<String>();
        var given = new HashMap<String, String>();
        var on = new HashSet<String>();
        for (int i = 0; i < typed.size(); i++) {
            var word = typed.get(i);
            var name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (options.contains(name)) {
                if (name.equals(word) && i + 1 == typed.size()) {
                    throw new OperatorError(2, name + " needs a value.\nUsage: " + usage);
                }
                given.put(name, name.equals(word) ? typed.get(++i) : word.substring(name.length() + 1));
            } else if (switches.contains(word)) {
                on.add(word);
            } else if (word.startsWith("--")) {
                throw new OperatorError(2, "There is no option " + word + ".\nUsage: " + usage);
            } else {
                found.add(word);
            }
        }
        if (found.size() != values) {
            throw new OperatorError(2, "Usage: " + usage);
        }
        return new Arguments(found, given, on);
    }

    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return switches.contains(name);
    }
}
