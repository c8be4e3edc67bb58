package org.opensocialnet.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.opensocialnet.kernel.Money;

/** Figures, dates and distances as one language writes them. */
final class Formats {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    private final Locale locale;

    Formats(Language language) {
        this.locale = language == Language.ENGLISH ? Locale.UK : Locale.of("el", "GR");
    }

    Object[] said(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> switch (argument) {
                    case Money money -> money(money);
                    case LocalDate day -> date(day);
                    default -> argument;
                })
                .toArray();
    }

    String number(Number number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }

    String money(Money money) {
        var cents = money.euros().stripTrailingZeros().scale() > 0 ? 2 : 0;
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(cents);
        var amount = format.format(money.euros());
        return locale.getLanguage().equals("en") ? "€" + amount : amount + " €";
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }

    /** A moment as the clocks of Athens show it, to the minute. */
    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", locale).format(moment.atZone(ATHENS));
    }

    String weekdayAndDate(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(day);
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(time);
    }

    /** Near distances to the next ten metres, far ones to a tenth of a kilometre. */
    String metres(double metres) {
        return number(Math.max(10, Math.round(metres / 10) * 10));
    }

    String kilometres(double metres) {
        var digits = metres < 9_950 ? 1 : 0;
        return number(BigDecimal.valueOf(metres / 1000).setScale(digits, RoundingMode.HALF_UP));
    }
}
