package org.opensocialnet.demo;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes an organisation with all it has: places, programmes, services, contacts, and what became of it. */
record Bodies(Telling city) {

    private static final Both INVENTED =
            Both.of("Ο φορέας είναι επινοημένος για την πόλη επίδειξης. | An invented body of the demo city.");
    private static final Both NAMED =
            Both.of("Ο φορέας υπάρχει· οι λεπτομέρειες των υπηρεσιών, οι ώρες, τα τηλέφωνα, οι"
                    + " διευθύνσεις και οι θέσεις είναι εδώ επινοημένα. | This body exists; the details of its services, the"
                    + " hours, phones, addresses and places shown here are invented.");

    static boolean isInvented(Entry body) {
        return body.words().contains("invented");
    }

    void tell(Entry body) {
        var id = city.id("body", body.key());
        organisation(body, id);
        phoneAndContacts(body, id);
        body.all("succession").forEach(entry -> succession(body, entry, id));
        var places = new Places(city);
        body.all("place").forEach(place -> places.building(body, place));
        body.all("program")
                .forEach(program -> city.tell(Row.of("program", city.id("program", program.key()))
                        .with("organization_id", id)
                        .with("name", program.name())
                        .with("description", program.description())));
        body.all("notice").forEach(notice -> new Notices(city).tell(notice, Map.of("organization_id", id), body));
        var services = new Services(city);
        body.all("service").forEach(service -> services.tell(body, service));
    }

    private void organisation(Entry body, UUID id) {
        var note = isInvented(body) ? INVENTED : NAMED;
        city.tell(Row.of("organization", id)
                .with("name", city.district().name(body.name()))
                .with("description", body.description().then(note))
                .with("email", "info@%s.example.org".formatted(body.key()))
                .with("website", "https://%s.example.org".formatted(body.key()))
                .with("kind", body.words().get(1))
                .with("parent_organization_id", parent(body)));
        city.tell(Row.of("organization_identifier", city.id("identifier", id))
                .with("organization_id", id)
                .with("identifier_type", "Μητρώο πόλης επίδειξης")
                .with("identifier", "DEMO-" + id.toString().substring(0, 8)));
    }

    private @Nullable UUID parent(Entry body) {
        int under = body.words().indexOf("under");
        return under < 0 ? null : city.id("body", body.words().get(under + 1));
    }

    private void phoneAndContacts(Entry body, UUID id) {
        city.tell(Row.of("phone", city.id("phone", id))
                .with("organization_id", id)
                .with("number", city.nextPhone())
                .with("type", "voice")
                .with("description", Both.of("Τηλεφωνικό κέντρο | Switchboard")));
        city.tell(Row.of("contact", city.id("contact", id))
                .with("organization_id", id)
                .with("title", Both.of("Γραμματεία | Office"))
                .with("email", "info@%s.example.org".formatted(body.key())));
        city.tell(Row.of("contact", city.id("contact for professionals", id))
                .with("organization_id", id)
                .with("title", Both.of("Σύνδεσμος με άλλους φορείς | Liaison with other organisations"))
                .with("email", "syndesi@%s.example.org".formatted(body.key()))
                .with("visibility", "professionals"));
    }

    /** Reads "succession merged-into psomi-thymari 2024-05-01 note" and "succession renamed 2023-01-01 former name"; ? is a day nobody knows. */
    private void succession(Entry body, Entry entry, UUID id) {
        var words = entry.rest().split(" ", 4);
        boolean renamed = words[0].equals("renamed");
        var said = entry.rest().split(" ", renamed ? 3 : 4);
        city.tell(Row.of("organization_succession", city.id("succession", body.key(), words[0]))
                .with("predecessor_id", id)
                .with("successor_id", renamed ? id : city.id("body", words[1]))
                .with("event", words[0])
                .with("happened_on", (renamed ? words[1] : words[2]).replace("?", ""))
                .with(renamed ? "former_name" : "note", said[said.length - 1]));
    }
}
