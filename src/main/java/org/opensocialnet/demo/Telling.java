package org.opensocialnet.demo;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One telling of the city: what all writers of rows share. */
final class Telling {

    private final CityText text;
    private final Terms terms;
    private final Calendar calendar;
    private final District district;
    private final Row.Sink sink;
    private final Set<String> unitsTold;
    private final AtomicInteger phones;

    Telling(CityText text, Terms terms, Calendar calendar, Row.Sink sink) {
        this(text, terms, calendar, sink, District.THE_CITY, new HashSet<>(), new AtomicInteger());
    }

    private Telling(
            CityText text,
            Terms terms,
            Calendar calendar,
            Row.Sink sink,
            District district,
            Set<String> unitsTold,
            AtomicInteger phones) {
        this.text = text;
        this.terms = terms;
        this.calendar = calendar;
        this.sink = sink;
        this.district = district;
        this.unitsTold = unitsTold;
        this.phones = phones;
    }

    /** The same telling, of another district. */
    Telling in(District other) {
        return new Telling(text, terms, calendar, sink, other, unitsTold, phones);
    }

    CityText text() {
        return text;
    }

    Terms terms() {
        return terms;
    }

    Calendar calendar() {
        return calendar;
    }

    District district() {
        return district;
    }

    void tell(Row row) {
        row.to(sink);
    }

    UUID id(Object... name) {
        return district.id(name);
    }

    /** Chance that is always the same for the same name. */
    Random chance(Object... name) {
        return new Random(id(name).getLeastSignificantBits());
    }

    /** The next invented number. No number in Athens begins with 210 0. */
    String nextPhone() {
        int next = phones.incrementAndGet();
        return "210 0%02d %04d".formatted(next / 10_000, next % 10_000);
    }

    /** The id of a unit of capacity, which is told once. */
    UUID unit(String key) {
        var id = Row.id("unit", key);
        if (unitsTold.add(key)) {
            tell(Row.of("unit", id).with("name", text.word("unit", key)));
        }
        return id;
    }
}
