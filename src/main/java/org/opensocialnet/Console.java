package org.opensocialnet;

import java.io.PrintStream;
import java.util.Locale;
import org.opensocialnet.kernel.Terminal;

/** The terminal the program was started from, with a person before it or not. */
final class Console implements Terminal {

    private static final int BAR = 30;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean person;

    Console(PrintStream out, PrintStream err, boolean person) {
        this.out = out;
        this.err = err;
        this.person = person;
    }

    static Console ofThisProgram() {
        var console = System.console();
        return new Console(System.out, System.err, console != null && console.isTerminal());
    }

    boolean hasPerson() {
        return person;
    }

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public void warn(String line) {
        err.println(line);
    }

    @Override
    public boolean confirm(String question) {
        if (!person) {
            return false;
        }
        var answer = System.console().readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes|ναι|ν");
    }

    @Override
    public Progress progress(String what, long total) {
        return new Bar(what, total);
    }

    /** Redrawn in place before a person; one line per tenth in a log. */
    private final class Bar implements Progress {

        private final String what;
        private final long total;
        private long done;
        private long shown = -1;

        Bar(String what, long total) {
            this.what = what;
            this.total = total;
            advance(0);
        }

        @Override
        public synchronized void advance(long steps) {
            done += steps;
            var step = total > 0 ? Math.min(100, done * 100 / total) : Long.highestOneBit(done);
            if (step != shown && (person || total == 0 || step / 10 != shown / 10 || shown < 0)) {
                shown = step;
                draw();
            }
        }

        private void draw() {
            var line = total > 0 ? "%s %s %3d %%".formatted(what, bar(), shown) : "%s %,d".formatted(what, done);
            if (person) {
                err.print("\r" + line);
                err.flush();
            } else {
                err.println(line);
            }
        }

        private String bar() {
            var full = (int) (shown * BAR / 100);
            return "█".repeat(full) + "░".repeat(BAR - full);
        }

        @Override
        public synchronized void close() {
            if (person) {
                draw();
                err.println();
            }
        }
    }
}
