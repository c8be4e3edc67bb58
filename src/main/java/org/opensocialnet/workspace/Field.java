package org.opensocialnet.workspace;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;

/** One field of a sent form being read: gives what it says, or notes what is wrong and gives something harmless. */
public final class Field {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:.]+(\\.[^\\s@<>\"(),;:.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{2,28}[0-9]");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.]?(\\d{2})");
    private static final int ADDRESS = 2000;
    private static final Money MOST = Money.euros("1000000000");

    private final Form form;
    private final String name;
    private final String label;

    Field(Form form, String name, String label) {
        this.form = form;
        this.name = name;
        this.label = label;
    }

    /** A text that must be there. */
    public String required(int atMost) {
        if (text().isEmpty()) {
            wrong(form.words().of("workspace.fault.missing", label));
        }
        return optional(atMost);
    }

    /** A text that may be empty. */
    public String optional(int atMost) {
        var text = text();
        if (text.codePointCount(0, text.length()) > atMost) {
            wrong(form.words().of("workspace.fault.long", label, atMost));
            return "";
        }
        return text;
    }

    /** One of the offered values, by its code; empty and a fault where it is none of them. */
    public String oneOf(Collection<String> offered) {
        if (offered.contains(text())) {
            return text();
        }
        wrong(form.words().of("workspace.fault.choose", label));
        return "";
    }

    /** One constant by its name in small letters with hyphens, as {@code Items.code} writes it. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> Items.code(constant).equals(text()))
                .findFirst();
        if (found.isEmpty()) {
            wrong(form.words().of("workspace.fault.choose", label));
        }
        return found;
    }

    /** Any number of the offered values. */
    public List<String> someOf(Collection<String> offered) {
        var chosen = form.all(name).stream()
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (!offered.containsAll(chosen)) {
            wrong(form.words().of("workspace.fault.choose", label));
            return List.of();
        }
        return chosen;
    }

    /** Whether a box was ticked. */
    public boolean ticked() {
        return text().equals("yes");
    }

    /** A whole number between two; none where the field is empty. */
    public @Nullable Integer number(int least, int most) {
        if (text().isEmpty()) {
            return null;
        }
        if (text().matches("[+-]?\\d{1,9}")) {
            var number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(form.words().of("workspace.fault.number", label, least, most));
        return null;
    }

    /** An amount with at most two digits behind comma or point; none where the field is empty. */
    public @Nullable BigDecimal amount() {
        if (text().isEmpty()) {
            return null;
        }
        if (text().matches("\\d{1,9}([.,]\\d{1,2})?")) {
            return new BigDecimal(text().replace(',', '.'));
        }
        wrong(form.words().of("workspace.fault.amount", label));
        return null;
    }

    /** A sum of euros, exact to the cent and not below zero; none where the field is empty. */
    public @Nullable Money money() {
        if (text().isEmpty()) {
            return null;
        }
        return switch (Sum.read(text())) {
            case Sum.Known(var money)
            when money.compareTo(MOST) > 0 -> {
                wrong(form.words().of("workspace.fault.money.huge", label, MOST));
                yield null;
            }
            case Sum.Known(var money) -> money;
            case Sum.Wrong(var fault) -> {
                wrong(
                        switch (fault) {
                            case NO_SUM -> form.words().of("workspace.fault.money", label);
                            case NEGATIVE -> form.words().of("workspace.fault.money.negative", label);
                            case FOREIGN -> form.words().of("workspace.fault.money.foreign", label);
                            case CENTS -> form.words().of("workspace.fault.money.cents", label);
                            case AMBIGUOUS -> form.words().of("workspace.fault.money.ambiguous", label);
                        });
                yield null;
            }
        };
    }

    /** A day, from one input ("2026-11-21", "21/11/2026") or from three named -day, -month and -year. */
    public @Nullable LocalDate date() {
        var parts = List.of(form.typed(name + "-day"), form.typed(name + "-month"), form.typed(name + "-year"));
        var three = parts.stream().anyMatch(part -> !part.isEmpty());
        var written = three ? String.join("/", parts) : text();
        if (written.isEmpty()) {
            return null;
        }
        try {
            var match = DATE.matcher(written);
            return match.matches()
                    ? LocalDate.of(whole(match.group(3)), whole(match.group(2)), whole(match.group(1)))
                    : LocalDate.parse(written);
        } catch (DateTimeException _) {
            form.refuse(name, three ? name + "-day" : name, form.words().of("workspace.fault.date", label));
            return null;
        }
    }

    /** A time of day: "8:30", "08.30", "0830"; none where the field is empty. */
    public @Nullable LocalTime time() {
        if (text().isEmpty()) {
            return null;
        }
        var match = TIME.matcher(text());
        if (match.matches() && whole(match.group(1)) < 24 && whole(match.group(2)) < 60) {
            return LocalTime.of(whole(match.group(1)), whole(match.group(2)));
        }
        wrong(form.words().of("workspace.fault.time", label));
        return null;
    }

    /** An e-mail address; empty where the field is. */
    public String email() {
        return matching(EMAIL, 254, form.words().of("workspace.fault.email", label));
    }

    /** A telephone number as people write it; empty where the field is. */
    public String phone() {
        return matching(PHONE, 30, form.words().of("workspace.fault.phone", label));
    }

    /** The address of a page on the web; none where the field is empty. */
    public @Nullable URI web() {
        if (text().isEmpty()) {
            return null;
        }
        var written = text().matches("(?i)[a-z]+:.*") ? text() : "https://" + text();
        try {
            var address = new URI(written);
            if (List.of("http", "https").contains(address.getScheme())
                    && address.getHost() != null
                    && address.getHost().contains(".")
                    && address.getUserInfo() == null
                    && written.length() <= ADDRESS) {
                return address;
            }
        } catch (URISyntaxException _) {
            // said below, as for every other address that is none
        }
        wrong(form.words().of("workspace.fault.web", label));
        return null;
    }

    /** A record's id from a hidden field or a choice; someone who changes it gets a page that is not found. */
    public UUID id() {
        try {
            return UUID.fromString(text());
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("workspace.fault.gone");
        }
    }

    /** The same where it may be missing: the act it belongs to says what that means. */
    public Optional<UUID> sentId() {
        return text().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text()))
                : Optional.empty();
    }

    private String matching(Pattern pattern, int atMost, String sentence) {
        if (text().isEmpty()
                || text().length() <= atMost && pattern.matcher(text()).matches()) {
            return text();
        }
        wrong(sentence);
        return "";
    }

    private String text() {
        return form.typed(name);
    }

    private void wrong(String sentence) {
        form.refuse(name, sentence);
    }

    private static int whole(String digits) {
        return Integer.parseInt(digits);
    }
}
