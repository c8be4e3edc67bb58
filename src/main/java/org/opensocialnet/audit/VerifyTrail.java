package org.opensocialnet.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;
import org.springframework.stereotype.Component;

/** {@code ./run verify-trail}: also while the server runs. */
@Component
@Command.Words(
        name = "verify-trail",
        usage = "[--from DAY] [--to DAY] [--expect DAY=HASH]",
        purpose = "finds changed, missing, inserted or reordered lines of the trail")
final class VerifyTrail implements Command {

    private static final String HOW = """
            Days are written 2026-11-21: ./run verify-trail --from 2026-11-01 --to 2026-11-21
            A closing hash that was kept elsewhere: --expect 2026-11-21=64 letters and digits""";

    private final TrailVerification verification;
    private final Sealing sealing;

    /** What was asked. */
    record Asked(LocalDate from, LocalDate to, Map<LocalDate, String> expected) {}

    VerifyTrail(TrailVerification verification, Sealing sealing) {
        this.verification = verification;
        this.sealing = sealing;
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) {
        var asked = asked(arguments);
        sealing.seal();
        var outcome = verification.verify(asked.from(), asked.to());
        if (outcome.from() == null) {
            terminal.say("There are no sealed lines in these days.");
        } else {
            terminal.say("%,d lines of %d days, %s to %s."
                    .formatted(outcome.lines(), outcome.days(), outcome.from(), outcome.to()));
        }
        var wrong = new ArrayList<String>();
        outcome.findings().forEach(finding -> wrong.add(words(finding)));
        asked.expected().forEach((day, hash) -> {
            if (!hash.equals(outcome.closings().get(day))) {
                wrong.add("%s: its closing hash is %s, not the one expected"
                        .formatted(day, outcome.closings().getOrDefault(day, "missing")));
            }
        });
        wrong.forEach(terminal::warn);
        if (!outcome.closings().isEmpty()) {
            var last = outcome.closings().lastEntry();
            terminal.say("Closing hash of %s: %s".formatted(last.getKey(), last.getValue()));
        }
        terminal.say(
                wrong.isEmpty()
                        ? "The trail is sound."
                        : "THE TRAIL IS NOT SOUND: %d findings.".formatted(wrong.size()));
        return wrong.isEmpty() ? 0 : 1;
    }

    private static String words(Finding finding) {
        return finding.number() == 0
                ? "%s: %s".formatted(finding.day(), finding.trouble().code())
                : "%s, line %d: %s"
                        .formatted(
                                finding.day(),
                                finding.number(),
                                finding.trouble().code());
    }

    static Asked asked(List<String> arguments) {
        var from = TrailVerification.FIRST;
        var to = TrailVerification.LAST;
        var expected = new TreeMap<LocalDate, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (arguments.get(i)) {
                case "--from" -> from = day(value);
                case "--to" -> to = day(value);
                case "--expect" -> {
                    if (!value.matches("[0-9-]{10}=[0-9a-f]{64}")) {
                        throw new OperatorError(2, HOW);
                    }
                    expected.put(day(value.substring(0, 10)), value.substring(11));
                }
                default -> throw new OperatorError(2, HOW);
            }
        }
        return new Asked(from, to, expected);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new OperatorError(2, HOW);
        }
    }
}
