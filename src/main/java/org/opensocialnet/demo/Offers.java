package org.opensocialnet.demo;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes for whom a service is and on what terms: groups, languages, papers, cost, funding and what is free. */
record Offers(Telling city) {

    private static final Both THE_CITY = Both.of("Δήμος Αθηναίων | City of Athens");

    void tell(Entry body, Entry service, UUID id) {
        service.list("kind").forEach(kind -> term(service, Terms.KINDS, kind, id));
        service.list("for").forEach(group -> term(service, Terms.GROUPS, group, id));
        languages(body, service, id);
        areas(service, id);
        service.list("papers")
                .forEach(paper -> city.tell(Row.of("required_document", city.id("paper", id, paper))
                        .with("service_id", id)
                        .with("document", city.text().word("document", paper))));
        price(service, id);
        capacity(service, id, funding(service, id));
    }

    private void term(Entry service, String taxonomy, String code, UUID id) {
        city.tell(Row.of("attribute", city.id("term", id, taxonomy, code))
                .with("link_id", id)
                .with("link_entity", "service")
                .with("link_type", taxonomy)
                .with("taxonomy_term_id", termOf(service, taxonomy, code).id()));
    }

    private Terms.Term termOf(Entry entry, String taxonomy, String code) {
        try {
            return city.terms().of(taxonomy, code);
        } catch (IllegalArgumentException unknown) {
            throw entry.fault("names no term of " + taxonomy + ": " + code);
        }
    }

    private void languages(Entry body, Entry service, UUID id) {
        var own = service.has("tongues") ? service.list("tongues") : body.list("tongues");
        for (var code : own.isEmpty() ? List.of("el") : own) {
            city.tell(Row.of("language", city.id("language", id, code))
                    .with("service_id", id)
                    .with("name", city.text().word("language", code).greek())
                    .with("code", code));
        }
    }

    private void areas(Entry service, UUID id) {
        var served = service.list("serves");
        if (served.isEmpty()) {
            city.tell(Row.of("service_area", city.id("area", id))
                    .with("service_id", id)
                    .with("name", THE_CITY));
        }
        served.forEach(number -> city.tell(Row.of("service_area", city.id("area", id, number))
                .with("service_id", id)
                .with("name", Area.community(number.charAt(0)))
                .with("extent", "9186010" + number)
                .with("extent_type", "text")));
    }

    private void price(Entry service, UUID id) {
        if (service.has("price")) {
            city.tell(Row.of("cost_option", city.id("price", id))
                    .with("service_id", id)
                    .with("amount", service.said("price", "").split(" ")[0])
                    .with("currency", "EUR")
                    .with("option", Services.price(service)));
        }
    }

    /** Who pays, by the word the text has for them. */
    private Map<String, UUID> funding(Entry service, UUID id) {
        var rows = new HashMap<String, UUID>();
        var named = Stream.concat(
                service.list("funding").stream(),
                service.all("room")
                        .map(Entry::words)
                        .filter(room -> room.size() > 3)
                        .map(room -> room.get(3)));
        for (var funder : named.collect(Collectors.toCollection(LinkedHashSet::new))) {
            var row = city.id("funding", id, funder);
            rows.put(funder, row);
            city.tell(Row.of("funding", row)
                    .with("service_id", id)
                    .with("source", city.text().word("funding", funder)));
        }
        return rows;
    }

    /** {@code room beds 4/70 women bridge 0.8}: how many are free of how many, for whom, who pays which share. */
    private void capacity(Entry service, UUID id, Map<String, UUID> funding) {
        for (var room : service.all("room").toList()) {
            var words = room.words();
            var count = words.get(1).split("/");
            city.tell(Row.of("service_capacity", city.id("capacity", id, room.rest()))
                    .with("service_id", id)
                    .with("unit_id", city.unit(words.getFirst()))
                    .with("available", count[0])
                    .with("maximum", count[1])
                    .with("updated", updated(id))
                    .with("target_group_id", group(room, words))
                    .with("funding_id", words.size() > 3 ? funding.get(words.get(3)) : null)
                    .with("funded_share", words.size() > 4 ? words.get(4) : null));
        }
    }

    private @Nullable UUID group(Entry room, List<String> words) {
        return words.size() < 3 || words.get(2).equals("-")
                ? null
                : termOf(room, Terms.GROUPS, words.get(2)).id();
    }

    /** What is free was counted yesterday. */
    private Object updated(UUID id) {
        var chance = city.chance("updated", id);
        var time = LocalTime.of(8 + chance.nextInt(14), 5 * chance.nextInt(12));
        return city.calendar().moment(city.calendar().today().minusDays(1), time);
    }
}
