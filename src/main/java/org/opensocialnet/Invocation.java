package org.opensocialnet;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.OperatorError;

/**
 * What was typed after {@code ./run}: options of the server, or a command with its own arguments.
 *
 * @param settings the options as Spring properties, {@code server.port=8081}
 */
record Invocation(
        Optional<String> command,
        List<String> arguments,
        List<String> settings,
        Path data,
        int port,
        boolean reset,
        boolean yes,
        boolean rehearsal) {

    static final int WRONG_WORDS = 2;
    private static final Set<String> DEMO_SIZES = Set.of("small", "large");

    static Invocation of(
            List<String> typed, @Nullable String dataFromEnvironment, @Nullable String portFromEnvironment) {
        var words = new ArrayDeque<>(typed);
        var settings = new ArrayList<String>();
        var data = Path.of(dataFromEnvironment == null ? "data" : dataFromEnvironment);
        var port = portFromEnvironment == null ? 8080 : port(portFromEnvironment);
        var reset = false;
        var yes = false;
        var rehearsal = false;
        while (!words.isEmpty() && words.peek().startsWith("-")) {
            var option = words.pop();
            switch (option) {
                case "--port" -> port = port(value(option, words));
                case "--data" -> data = Path.of(value(option, words));
                case "--address" -> settings.add("server.address=" + value(option, words));
                case "--demo" -> settings.add("osn.demo.enabled=true");
                case "--no-demo" -> settings.add("osn.demo.enabled=false");
                case "--demo-size" -> settings.add("osn.demo.size=" + demoSize(value(option, words)));
                case "--reset" -> reset = true;
                case "--yes" -> yes = true;
                case "--rehearsal" -> rehearsal = true;
                case "--help", "-h" -> words.push("help");
                default -> throw wrong("There is no option " + option + ".");
            }
        }
        var command = Optional.ofNullable(words.poll());
        var arguments = new ArrayList<>(words);
        if (command.isPresent()) {
            data = takeOut("--data", arguments).map(Path::of).orElse(data);
        }
        var directory = data.toAbsolutePath().normalize();
        settings.add("osn.data=" + directory);
        return new Invocation(
                command, List.copyOf(arguments), List.copyOf(settings), directory, port, reset, yes, rehearsal);
    }

    /** Figures for machines are kept off the pages' port. */
    int metricsPort() {
        return port > 64535 ? port - 1000 : port + 1000;
    }

    /** Where the data lies may also be said after a command's name. */
    private static Optional<String> takeOut(String option, List<String> arguments) {
        var place = arguments.indexOf(option);
        if (place < 0) {
            return Optional.empty();
        }
        if (place + 1 == arguments.size()) {
            throw wrong(option + " needs a value after it.");
        }
        arguments.remove(place);
        return Optional.of(arguments.remove(place));
    }

    private static String value(String option, ArrayDeque<String> words) {
        var value = words.poll();
        if (value == null) {
            throw wrong(option + " needs a value after it.");
        }
        return value;
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw wrong("A port is a number from 1 to 65535, not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    private static String demoSize(String value) {
        if (!DEMO_SIZES.contains(value)) {
            throw wrong("The demo city is small or large, not \"" + value + "\".");
        }
        return value;
    }

    static OperatorError wrong(String words) {
        return new OperatorError(WRONG_WORDS, words + " ./run help shows what there is.");
    }
}
