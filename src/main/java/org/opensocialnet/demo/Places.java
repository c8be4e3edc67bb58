package org.opensocialnet.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Writes where things are: buildings, stops of mobile units, confidential places, and places on the network. */
record Places(Telling city) {

    static final String VIRTUAL = "virtual";

    /** The id of a place, named by the organisation that keeps it and its area. */
    UUID id(String body, String area) {
        return city.id("place", body, area);
    }

    /** Reads "place kypseli confidential wheelchair toilet" of an organisation. */
    void building(Entry body, Entry place) {
        var words = place.words();
        var own = city.text().area(words.getFirst());
        var id = id(body.key(), own.key());
        var area = city.district().area(city.text(), own, "place", body.key(), own.key());
        boolean confidential = words.contains("confidential");
        var name = body.name()
                .then(new Both("– " + area.name().greek(), "– " + area.name().english()));
        var row = at(id, area, confidential).with("name", name).with("organization_id", city.id("body", body.key()));
        city.tell(
                confidential
                        ? row.with("confidential", "true").with("area", area.communityName())
                        : row.with("area", area.name()).with("transportation", walk(id, area)));
        address(id, area);
        features(id, words);
        phone(id);
    }

    /** A stop of a mobile unit: a place without a building. */
    UUID stop(Entry unit, Area own, String service) {
        var id = city.id("stop", unit.key(), service, own.key());
        var area = city.district().area(city.text(), own, "stop", unit.key(), service, own.key());
        city.tell(at(id, area, false)
                .with(
                        "name",
                        new Both(
                                "Στάση: " + area.name().greek(),
                                "Stop: " + area.name().english()))
                .with(
                        "description",
                        Both.of("Το βαν σταθμεύει εδώ τις ώρες του δρομολογίου. | The van parks here at"
                                + " the times of its route."))
                .with("area", area.name())
                .with("organization_id", city.id("body", unit.key()))
                .with("transportation", walk(id, area)));
        return id;
    }

    /** Where a service is that needs no place. */
    UUID network(Entry body, Entry service) {
        var id = city.id("network", body.key(), service.key());
        city.tell(Row.of("location", id)
                .with("location_type", VIRTUAL)
                .with("organization_id", city.id("body", body.key()))
                .with("name", Both.of("Από το τηλέφωνο ή το διαδίκτυο | By phone or online"))
                .with("url", "https://%s.example.org/%s".formatted(body.key(), service.key())));
        return id;
    }

    private Row at(UUID id, Area area, boolean blurred) {
        var chance = new Random(id.getLeastSignificantBits());
        double distance = city.district().metresAround() * Math.sqrt(chance.nextDouble());
        double angle = chance.nextDouble() * 2 * Math.PI;
        return Row.of("location", id)
                .with("location_type", "physical")
                .with("zone", area.community())
                .with("latitude", degrees(area.latitude() + distance * Math.sin(angle) / 111_000))
                .with("longitude", degrees(area.longitude() + distance * Math.cos(angle) / 87_700));
    }

    private static String degrees(double angle) {
        return String.format(Locale.ROOT, "%.5f", angle);
    }

    private Both walk(UUID id, Area area) {
        int minutes = 2 + new Random(id.getMostSignificantBits()).nextInt(6);
        return new Both(
                "%s, %d λεπτά με τα πόδια".formatted(area.stop().greek(), minutes),
                "%s, %d minutes on foot".formatted(area.stop().english(), minutes));
    }

    private void address(UUID place, Area area) {
        var chance = new Random(place.getMostSignificantBits() ^ 7);
        var street = city.text()
                .word("street", "" + (1 + chance.nextInt((int) city.text().count("street"))));
        int number = 1 + chance.nextInt(60);
        city.tell(Row.of("address", city.id("address", place))
                .with("location_id", place)
                .with("address_1", new Both("%s %d".formatted(street.greek(), number), street.english() + " " + number))
                .with("city", Both.of("Αθήνα | Athens"))
                .with("region", Both.of("Αττική | Attica"))
                .with("state_province", Both.of("Αττική | Attica"))
                .with("postal_code", area.postcode())
                .with("country", "GR")
                .with("address_type", "physical"));
    }

    private void features(UUID place, List<String> words) {
        words.stream()
                .skip(1)
                .filter(word -> !word.equals("confidential"))
                .forEach(feature -> city.tell(Row.of("accessibility", city.id("feature", place, feature))
                        .with("location_id", place)
                        .with("feature", feature)
                        .with("description", city.text().word("feature", feature))));
    }

    private void phone(UUID place) {
        city.tell(Row.of("phone", city.id("phone", place))
                .with("location_id", place)
                .with("number", city.nextPhone())
                .with("type", "voice")
                .with("description", Both.of("Υποδοχή | Reception")));
    }
}
