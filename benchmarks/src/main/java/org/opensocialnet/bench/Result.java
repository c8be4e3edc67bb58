package org.opensocialnet.bench;

/**
 * What one benchmark found.
 *
 * @param measured our figure with its unit
 * @param baseline what it is held against, measured in the same run, or the fixed bound of the goal
 * @param ratio ours over the baseline; for a bound, how much of it is used
 */
record Result(String name, String measured, String baseline, double ratio, String goal, boolean holds) {

    String line() {
        return String.join(" | ", name, measured, baseline, ratioText(), goal, verdict());
    }

    String csv() {
        return String.join(",", quoted(name), quoted(measured), quoted(baseline), ratioText(), quoted(goal), verdict());
    }

    private String ratioText() {
        return "%.2f".formatted(ratio);
    }

    private String verdict() {
        return holds ? "holds" : "falls short";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
