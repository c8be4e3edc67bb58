package org.opensocialnet.linking;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.kernel.Terminal;

/** A terminal that remembers what was said, and how far it was told the work has come. */
class Heard implements Terminal {

    final List<String> lines = new ArrayList<>();
    final List<String> phases = new ArrayList<>();

    @Override
    public void say(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String line) {
        lines.add("warning: " + line);
    }

    @Override
    public boolean confirm(String question) {
        return false;
    }

    @Override
    public Progress progress(String what, long total) {
        phases.add(what);
        return new Progress() {
            @Override
            public void advance(long steps) {}

            @Override
            public void close() {}
        };
    }

    String text() {
        return String.join("\n", lines);
    }
}
