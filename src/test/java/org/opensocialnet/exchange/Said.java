package org.opensocialnet.exchange;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.kernel.Terminal;

/** A terminal that remembers what was said, at which nobody sits. */
class Said implements Terminal {

    final List<String> lines = new ArrayList<>();

    @Override
    public void say(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String line) {
        lines.add(line);
    }

    @Override
    public boolean confirm(String question) {
        return false;
    }

    @Override
    public Progress progress(String what, long total) {
        lines.add("reading " + what);
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
