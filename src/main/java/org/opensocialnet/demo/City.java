package org.opensocialnet.demo;

/** The invented city as rows of the directory, in either size. */
record City(CityText text, Terms terms, Calendar calendar) {

    static final int LARGE = 100_000;

    void tell(Row.Sink sink) {
        small(new Telling(text, terms, calendar, sink));
    }

    /** The same city and as many more districts as make this number of services. */
    void tellLarge(int services, Row.Sink sink) {
        var telling = new Telling(text, terms, calendar, sink);
        small(telling);
        new Large(services).tell(telling, servicesOfSmall());
    }

    private void small(Telling telling) {
        var bodies = new Bodies(telling);
        text.bodies().forEach(bodies::tell);
    }

    long servicesOfSmall() {
        return text.bodies().stream().mapToLong(Large::services).sum();
    }
}
