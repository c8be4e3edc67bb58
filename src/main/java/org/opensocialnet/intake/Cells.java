package org.opensocialnet.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.PlainText;

/** Reads the text of one cell into the form PostgreSQL takes, or says why it cannot be. */
final class Cells {

    private static final int LONGEST_CODE = 500;
    private static final BigDecimal LARGEST = new BigDecimal("1e9");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,12}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d)?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*(?:Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern OFFSET = Pattern.compile(".*([Zz]|[+-]\\d{2}(:?\\d{2})?)$");
    private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");
    private static final Pattern SHORTEST_OFFSET = Pattern.compile("([+-]\\d{2})$");
    private static final Pattern SCHEME = Pattern.compile("\\s*([a-z][a-z0-9+.-]*):(?!\\d+(/|$)).*", Pattern.DOTALL);
    private static final Set<String> LINKS = Set.of("url", "uri", "website", "logo", "schedule_link", "term_uri");
    private static final Set<String> HARMLESS_SCHEMES = Set.of("http", "https", "mailto", "tel", "urn", "ftp");
    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1", "ναι");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "0", "όχι", "οχι");

    private final ZoneId zone;

    /** @param zone where moments without an offset are meant */
    Cells(ZoneId zone) {
        this.zone = zone;
    }

    /** @param text stripped and not empty */
    String read(HsdsColumn column, String text) throws BadValue {
        plain(text);
        if (!column.allowed().isEmpty()) {
            return oneOf(column, text);
        }
        return switch (column.type()) {
            case ID -> throw new IllegalArgumentException("ids are read with their table: " + column.name());
            case TEXT -> text(column, text);
            case NUMBER -> number(column, text).toPlainString();
            case COORDINATE -> number(column, text).toPlainString();
            case WHOLE_NUMBER -> wholeNumber(column, text);
            case YES_NO -> yesNo(text);
            case DATE -> date(text).toString();
            case TIME -> time(text);
            case MOMENT -> moment(text);
            case JSON -> Translated.read(column, text);
        };
    }

    static void plain(String text) throws BadValue {
        var fault = PlainText.fault(text);
        if (fault != null) {
            throw new BadValue(fault);
        }
    }

    private static String oneOf(HsdsColumn column, String text) throws BadValue {
        for (var word : column.allowed()) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw new BadValue("is not one of " + String.join(", ", column.allowed()));
    }

    private static String text(HsdsColumn column, String text) throws BadValue {
        if (column.name().equals("code") && text.length() > LONGEST_CODE) {
            throw new BadValue("is longer than " + LONGEST_CODE + " characters");
        }
        if (LINKS.contains(column.name())) {
            var scheme = SCHEME.matcher(text.toLowerCase(Locale.ROOT));
            if (scheme.matches() && !HARMLESS_SCHEMES.contains(scheme.group(1))) {
                throw new BadValue("is no address a reader can be sent to");
            }
        }
        return text;
    }

    private static BigDecimal number(HsdsColumn column, String text) throws BadValue {
        if (!NUMBER.matcher(text).matches()) {
            throw new BadValue("is not a number");
        }
        var number = new BigDecimal(text);
        if (number.abs().compareTo(LARGEST) > 0) {
            throw new BadValue("is too large");
        }
        var limits = switch (column.name()) {
            case "latitude" -> new long[] {-90, 90};
            case "longitude" -> new long[] {-180, 180};
            case "funded_share" -> new long[] {0, 1};
            case "available", "maximum", "minimum_age", "maximum_age" -> new long[] {0, LARGEST.longValue()};
            default -> new long[] {-LARGEST.longValue(), LARGEST.longValue()};
        };
        if (number.compareTo(BigDecimal.valueOf(limits[0])) < 0
                || number.compareTo(BigDecimal.valueOf(limits[1])) > 0) {
            throw new BadValue("is not between " + limits[0] + " and " + limits[1]);
        }
        return number;
    }

    private static String wholeNumber(HsdsColumn column, String text) throws BadValue {
        try {
            return String.valueOf(number(column, text).intValueExact());
        } catch (ArithmeticException e) {
            throw new BadValue("is not a whole number");
        }
    }

    private static String yesNo(String text) throws BadValue {
        var word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return "true";
        }
        if (NO.contains(word)) {
            return "false";
        }
        throw new BadValue("is neither true nor false");
    }

    private static LocalDate date(String text) throws BadValue {
        try {
            var date = LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
            return inOurEra(date);
        } catch (DateTimeException e) {
            throw new BadValue("is not a date like 2026-11-21");
        }
    }

    private static LocalDate inOurEra(LocalDate date) throws BadValue {
        if (date.getYear() < 1000 || date.getYear() > 9999) {
            throw new BadValue("is not a date of our times");
        }
        return date;
    }

    /** A closing time of 24:00 is midnight. */
    private static String time(String text) throws BadValue {
        var parts = TIME.matcher(text);
        if (parts.matches()) {
            int hour = Integer.parseInt(parts.group(1));
            int minute = Integer.parseInt(parts.group(2));
            int second = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
            if (hour == 24 && minute == 0 && second == 0) {
                hour = 0;
            }
            if (hour < 24 && minute < 60 && second < 60) {
                return "%02d:%02d:%02d".formatted(hour, minute, second);
            }
        }
        throw new BadValue("is not a time like 09:30");
    }

    private String moment(String text) throws BadValue {
        try {
            var iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
            if (iso.length() == 10) {
                return inOurEra(LocalDate.parse(iso))
                        .atStartOfDay(zone)
                        .toInstant()
                        .toString();
            }
            if (OFFSET.matcher(iso).matches() && iso.indexOf('T') > 0) {
                var moment = OffsetDateTime.parse(SHORT_OFFSET
                        .matcher(SHORTEST_OFFSET.matcher(iso).replaceFirst("$1:00"))
                        .replaceFirst("$1:$2"));
                inOurEra(moment.toLocalDate());
                return moment.toInstant().toString();
            }
            var local = LocalDateTime.parse(iso);
            inOurEra(local.toLocalDate());
            return local.atZone(zone).toInstant().toString();
        } catch (DateTimeException e) {
            throw new BadValue("is not a moment like 2026-11-21T09:30:00Z");
        }
    }

    /** A cell's text is not what its column holds; the reason is told to whoever sent it. */
    static final class BadValue extends Exception {

        private final String reason;

        BadValue(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
