package org.opensocialnet.workspace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Money;

/** A sum of money as people type it: "1.234,50", "1,234.50", "1234,5", "12 €". What could be two sums is asked again. */
sealed interface Sum {

    Pattern FOREIGN =
            Pattern.compile("(?iu)[$£¥₤₺₽₣₴]|\\b(usd|gbp|chf|jpy|try|all|bgn|mkd|ron|rsd|sek|dollars?|lira|lek)\\b");
    Pattern EUROS = Pattern.compile("(?iu)^(€|eur|euros?|ευρώ|ευρω)\\s*|\\s*(€|eur|euros?|ευρώ|ευρω)$");
    Pattern GROUPED = Pattern.compile("\\d{1,3}([.,' ])\\d{3}(\\1\\d{3})*([.,]\\d{1,2})?");
    Pattern PLAIN = Pattern.compile("\\d{1,15}([.,]\\d{1,2})?");
    Pattern FRACTION = Pattern.compile("\\d{1,15}[.,]\\d{3,}");

    /** It is this sum. */
    record Known(Money money) implements Sum {}

    /** It is none, and why. */
    record Wrong(Fault fault) implements Sum {}

    /** What is wrong with what was typed. */
    enum Fault {
        NO_SUM,
        NEGATIVE,
        FOREIGN,
        CENTS,
        AMBIGUOUS
    }

    static Sum read(String typed) {
        var text = typed.strip().replaceAll("[\\u00a0\\u202f]", " ");
        if (FOREIGN.matcher(text).find()) {
            return new Wrong(Fault.FOREIGN);
        }
        var digits = EUROS.matcher(text).replaceAll("").strip();
        if (digits.startsWith("-") || digits.startsWith("−")) {
            return new Wrong(Fault.NEGATIVE);
        }
        if (PLAIN.matcher(digits).matches()) {
            return new Known(Money.euros(digits.replace(',', '.')));
        }
        var grouped = GROUPED.matcher(digits);
        if (grouped.matches()) {
            return grouped(digits, grouped.group(1).charAt(0), grouped.group(2), grouped.group(3));
        }
        return new Wrong(FRACTION.matcher(digits).matches() ? Fault.CENTS : Fault.NO_SUM);
    }

    private static Sum grouped(String digits, char separator, @Nullable String more, @Nullable String cents) {
        if (cents != null && cents.charAt(0) == separator) {
            return new Wrong(Fault.NO_SUM);
        }
        // "1.005" is a thousand and five to some, and a euro and half a cent to others.
        if (more == null && cents == null && (separator == '.' || separator == ',')) {
            return new Wrong(Fault.AMBIGUOUS);
        }
        var whole = cents == null ? digits : digits.substring(0, digits.length() - cents.length());
        return new Known(Money.euros(whole.replaceAll("[.,' ]", "") + (cents == null ? "" : "." + cents.substring(1))));
    }
}
