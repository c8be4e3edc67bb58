package org.opensocialnet.demo;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * The city itself (number 0), or one of the many copies that make the large city: other places, other hours, other
 * languages, drawn from the same seed.
 */
record District(int number) {

    static final District THE_CITY = new District(0);

    boolean isTheCity() {
        return number == 0;
    }

    UUID id(Object... name) {
        return isTheCity() ? Row.id(name) : Row.id("district", number, Row.id(name));
    }

    Both name(Both name) {
        return isTheCity()
                ? name
                : new Both(name.greek() + " – συνοικία " + number, name.english() + " – district " + number);
    }

    /** Where the place of this name lies in this district. */
    Area area(CityText text, Area own, Object... place) {
        if (isTheCity()) {
            return own;
        }
        List<Area> all = text.areas();
        return all.get(new Random(id(place).getMostSignificantBits()).nextInt(all.size()));
    }

    /** How far around the area's point places lie, in metres. */
    int metresAround() {
        return isTheCity() ? 120 : 300;
    }

    /** One of several texts of the same kind: in the city its own, elsewhere any. */
    String oneOf(String own, List<String> all, Object... name) {
        return isTheCity() || all.isEmpty()
                ? own
                : all.get(new Random(id(name).getLeastSignificantBits()).nextInt(all.size()));
    }
}
