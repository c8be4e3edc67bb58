package org.opensocialnet.linking;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.matching.Kind;
import org.opensocialnet.matching.Linkage;

/**
 * What an operator asked for after {@code ./run link}.
 *
 * @param columns of the first file; empty to go by their names
 * @param columnsOfB the same kinds in the second file, where its columns have other names
 */
record LinkOrder(
        List<Path> files,
        String id,
        Map<String, Kind> columns,
        Map<String, Kind> columnsOfB,
        Path out,
        @Nullable Path clusters,
        @Nullable Path report,
        @Nullable Path keyFile,
        double threshold) {

    static final String USAGE = "A.csv [B.csv] --id COLUMN --columns NAME=KIND,… --out PAIRS.csv [--report FILE.html]"
            + " [--clusters FILE.csv] [--threshold 0.7] [--key-file FILE] [--columns-b NAME=KIND,…]";

    private static final Set<String> OPTIONS =
            Set.of("--id", "--columns", "--columns-b", "--out", "--clusters", "--report", "--key-file", "--threshold");

    static LinkOrder of(List<String> typed) {
        var files = new ArrayList<Path>();
        var given = new HashMap<String, String>();
        for (int at = 0; at < typed.size(); at++) {
            var word = typed.get(at);
            if (!word.startsWith("--")) {
                files.add(Path.of(word));
            } else if (!OPTIONS.contains(word) || at + 1 == typed.size()) {
                throw wrong(
                        OPTIONS.contains(word)
                                ? word + " needs a value after it."
                                : "There is no option " + word + ".");
            } else {
                given.put(word, typed.get(++at));
            }
        }
        if (files.isEmpty() || files.size() > 2) {
            throw wrong("Name one file to look for doubles in it, or two to link them.");
        }
        var columns = columns(given, "--columns");
        return new LinkOrder(
                List.copyOf(files),
                given.getOrDefault("--id", "id"),
                columns,
                given.containsKey("--columns-b") ? columns(given, "--columns-b") : columns,
                writable(Path.of(needed(given, "--out"))),
                path(given, "--clusters"),
                path(given, "--report"),
                path(given, "--key-file"),
                given.containsKey("--threshold") ? threshold(given.get("--threshold")) : Linkage.USUAL_THRESHOLD);
    }

    private static Map<String, Kind> columns(Map<String, String> given, String option) {
        return given.containsKey(option) ? ColumnNames.read(given.get(option)) : Map.of();
    }

    private static String needed(Map<String, String> given, String option) {
        var value = given.get(option);
        if (value == null) {
            throw wrong(option + " is missing.");
        }
        return value;
    }

    private static @Nullable Path path(Map<String, String> given, String option) {
        var value = given.get(option);
        return value == null ? null : option.equals("--key-file") ? Path.of(value) : writable(Path.of(value));
    }

    /** Said before the work, not after it. */
    private static Path writable(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new OperatorError(2, file + " cannot be written: there is no such folder, or it is one.");
        }
        return file;
    }

    private static double threshold(String typed) {
        try {
            double threshold = Double.parseDouble(typed);
            if (threshold > 0 && threshold < 1) {
                return threshold;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong("A threshold is a probability between 0 and 1, such as 0.9, not \"" + typed + "\".");
    }

    private static OperatorError wrong(String words) {
        return new OperatorError(2, words + "\nUsage: ./run link " + USAGE);
    }
}
