package org.opensocialnet.support;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.Amount.Unit;

/** What a line asks for. */
public sealed interface Thing {

    /** Goods: one of the catalogue, or another in words. */
    record Goods(@Nullable UUID item, String name) implements Thing {}

    /** A service, as it is called. */
    record Help(String name) implements Thing {}

    /** Places to sleep, to stay, to be treated. */
    record Places(String name) implements Thing {}

    /** A way from here to there. */
    record Transport(String from, String to) implements Thing {}

    /** People who can do something. */
    record Hands(String skills) implements Thing {}

    /** Money for a purpose. */
    record Funds(String purpose) implements Thing {}

    /** All kinds, in the order in which they are offered. */
    List<String> KINDS = List.of("goods", "service", "places", "transport", "people", "money");

    default String kind() {
        return switch (this) {
            case Goods _ -> "goods";
            case Help _ -> "service";
            case Places _ -> "places";
            case Transport _ -> "transport";
            case Hands _ -> "people";
            case Funds _ -> "money";
        };
    }

    /** In the asker's words. */
    default String text() {
        return switch (this) {
            case Goods(var _, var name) -> name;
            case Help(var name) -> name;
            case Places(var name) -> name;
            case Transport(var from, var to) -> from + " → " + to;
            case Hands(var skills) -> skills;
            case Funds(var purpose) -> purpose;
        };
    }

    /** In what it may be counted, the usual one first. */
    default List<Unit> units() {
        return units(kind());
    }

    static List<Unit> units(String kind) {
        return switch (kind) {
            case "goods" -> List.of(Unit.ITEM, Unit.PARCEL, Unit.MEAL);
            case "service" -> List.of(Unit.SESSION, Unit.VISIT, Unit.HOUR, Unit.MEAL);
            case "places" -> List.of(Unit.PLACE, Unit.NIGHT);
            case "transport" -> List.of(Unit.VISIT);
            case "people" -> List.of(Unit.HOUR, Unit.SESSION);
            default -> List.of(Unit.EURO);
        };
    }

    static Thing of(String kind, @Nullable UUID item, String text, String to) {
        return switch (kind) {
            case "goods" -> new Goods(item, text);
            case "service" -> new Help(text);
            case "places" -> new Places(text);
            case "transport" -> new Transport(text, to);
            case "people" -> new Hands(text);
            case "money" -> new Funds(text);
            default -> throw new IllegalArgumentException("no kind of line: " + kind);
        };
    }
}
