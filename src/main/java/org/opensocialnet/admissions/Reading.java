package org.opensocialnet.admissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.Born;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Quality;

/**
 * What one row says of somebody, by the rules of the form at the desk; a value that cannot be is left out and told.
 *
 * @param code she made herself; empty without one
 */
record Reading(List<Said> said, String code, List<Fault> faults) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    /** A value that cannot be: its column, counted from 0, and why, as the key of a sentence. */
    record Fault(int position, String reason) {}

    /** Whether there is enough to register somebody by. */
    boolean isEmpty() {
        return said.isEmpty() && code.isEmpty();
    }

    static Reading of(List<String> cells, List<String> meanings, Quality quality, LocalDate today) {
        var said = new ArrayList<Said>();
        var faults = new ArrayList<Fault>();
        var code = "";
        for (int i = 0; i < Math.min(cells.size(), meanings.size()); i++) {
            var text = cells.get(i);
            var kind = Meaning.kind(meanings.get(i));
            if (text.isEmpty() || kind.isEmpty() && !meanings.get(i).equals(Meaning.CODE)) {
                continue;
            }
            var mended = kind.map(one -> mended(one, text, today)).orElse(text);
            var fault = kind.map(one -> fault(one, mended, today))
                    .orElseGet(() -> People.isCode(text) ? Optional.empty() : Optional.of("people.fault.code"));
            if (fault.isPresent()) {
                faults.add(new Fault(i, fault.get()));
            } else if (kind.isPresent()) {
                said.add(new Said(kind.get(), written(kind.get(), mended, today), quality));
            } else {
                code = text;
            }
        }
        return new Reading(List.copyOf(said), code, List.copyOf(faults));
    }

    /** Spreadsheets drop the zero a number begins with; it is put back where the number is right with it alone. */
    private static String mended(FactKind kind, String text, LocalDate today) {
        boolean number = kind == FactKind.AMKA || kind == FactKind.AFM;
        return number
                        && fault(kind, text, today).isPresent()
                        && fault(kind, "0" + text, today).isEmpty()
                ? "0" + text
                : text;
    }

    private static Optional<String> fault(FactKind kind, String text, LocalDate today) {
        if (text.length() > kind.longest()) {
            return Optional.of("admissions.fault.long");
        }
        return switch (kind) {
            case BORN -> Born.read(text, today).isPresent() ? Optional.empty() : Optional.of("admissions.fault.born");
            case EMAIL -> EMAIL.matcher(text).matches() ? Optional.empty() : Optional.of("admissions.fault.email");
            default -> kind.fault(text);
        };
    }

    private static String written(FactKind kind, String text, LocalDate today) {
        return kind == FactKind.BORN ? born(text, today).written(today) : text;
    }

    private static Born born(String text, LocalDate today) {
        return Born.read(text, today).orElseThrow();
    }

    /** What it says of one kind; none where it says nothing. */
    @Nullable
    String text(FactKind kind) {
        return said.stream()
                .filter(one -> one.kind() == kind)
                .map(Said::text)
                .findFirst()
                .orElse(null);
    }
}
