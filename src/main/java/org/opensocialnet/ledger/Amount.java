package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many people, and how much of what. */
public record Amount(
        int people, BigDecimal quantity, @Nullable Unit unit) {

    public Amount {
        quantity = quantity.setScale(2, RoundingMode.HALF_UP);
    }

    public static Amount people(int people) {
        return new Amount(people, BigDecimal.ZERO, null);
    }

    public static Amount of(int people, int quantity, Unit unit) {
        return new Amount(people, BigDecimal.valueOf(quantity), unit);
    }

    /** What is counted beside people. */
    public enum Unit {
        PLACE,
        NIGHT,
        MEAL,
        PARCEL,
        ITEM,
        VISIT,
        SESSION,
        HOUR,
        EURO;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Unit of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
