package org.opensocialnet.spelling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** The numbers states and companies give people, by their own rules, and how each is written to be compared. */
public final class Identifiers {

    private Identifiers() {}

    /** Letters and digits alone, in capitals. */
    public static String plain(String number) {
        return number.replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT);
    }

    /** Eleven digits: the birthday, five more, the last by Luhn's rule. The century is not told. */
    public static boolean isAmka(String number) {
        var digits = plain(number);
        return digits.matches("[0-9]{11}") && luhn(digits) && isDay(digits);
    }

    private static boolean isDay(String amka) {
        int day = Integer.parseInt(amka.substring(0, 2));
        int month = Integer.parseInt(amka.substring(2, 4));
        int year = Integer.parseInt(amka.substring(4, 6));
        return isDay(1900 + year, month, day) || isDay(2000 + year, month, day);
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /** Whether the birthday within the number is this one. */
    public static boolean isOfDay(String amka, LocalDate born) {
        return plain(amka)
                .startsWith("%02d%02d%02d".formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear() % 100));
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Nine digits, the last by modulus 11; eight where the leading zero was left away. */
    public static boolean isAfm(String number) {
        var digits = afm(number);
        if (!digits.matches("[0-9]{9}") || digits.equals("000000000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') << 8 - i;
        }
        return sum % 11 % 10 == digits.charAt(8) - '0';
    }

    public static String afm(String number) {
        var digits = plain(number).replaceFirst("^(EL|GR)", "");
        return digits.length() == 8 ? "0" + digits : digits;
    }

    /** The provisional number of asylum seekers: eleven digits or letters with digits among them; its check is not public. */
    public static boolean isPaaypa(String number) {
        return plain(number).matches("(?=.*[0-9])[0-9A-Z]{9,12}");
    }

    public static boolean isPassport(String number) {
        return plain(number).matches("(?=.*[0-9])[0-9A-ZΑ-Ω]{5,15}");
    }

    public static boolean isPhone(String number) {
        return phone(number).matches("[0-9]{8,15}");
    }

    /** Greek numbers without the country's, others with it: "+30 210 123 4567" and "210 1234567" are one. */
    public static String phone(String number) {
        var digits = number.replaceAll("[\\s()./-]", "").replaceFirst("^(\\+|00)", "+");
        return digits.replaceFirst("^\\+30", "").replaceFirst("^\\+", "");
    }
}
