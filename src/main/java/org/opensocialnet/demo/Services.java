package org.opensocialnet.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a service: what it is, where and when, and (by {@link Offers}) for whom and on what terms. */
record Services(Telling city) {

    /** Once, or once for each of the places it names: {@code service leschi each koukaki gyzi}. */
    void tell(Entry body, Entry service) {
        var words = service.words();
        if (words.size() > 1) {
            words.subList(2, words.size()).forEach(area -> one(body, service, service.key() + "-" + area, area));
        } else {
            one(body, service, service.key(), null);
        }
    }

    private void one(Entry body, Entry service, String key, @Nullable String area) {
        var id = city.id("service", body.key(), key);
        var about = area == null ? new Both("", "") : city.text().area(area).name();
        city.tell(record(body, service, key, id, about));
        var phone = city.id("phone", id);
        city.tell(Row.of("phone", phone)
                .with("service_id", id)
                .with("number", service.first("phone").map(Entry::rest).orElseGet(city::nextPhone))
                .with("type", "voice"));
        where(body, service, area, id);
        new Offers(city).tell(body, service, id);
        service.all("notice").forEach(notice -> new Notices(city).tell(notice, Map.of("service_id", id), body));
    }

    private Row record(Entry body, Entry service, String key, UUID id, Both about) {
        var assured = city.calendar().day(-daysSinceConfirmed(id));
        var way = way(service);
        var ages = service.said("ages", "-").split("-", 2);
        var steps = service.first("steps").map(Entry::both);
        return Row.of("service", id)
                .with("organization_id", city.id("body", body.key()))
                .with(
                        "program_id",
                        service.first("program")
                                .map(program -> city.id("program", program.rest()))
                                .orElse(null))
                .with("name", city.district().name(service.name().about(about)))
                .with("description", service.description())
                .with("url", "https://%s.example.org/%s".formatted(body.key(), key))
                .with("email", "info@%s.example.org".formatted(body.key()))
                .with("status", "active")
                .with(
                        "interpretation_services",
                        service.first("interpreter").map(Entry::both).orElse(null))
                .with("application_process", steps.orElseGet(() -> city.text().word("way", way)))
                .with("wait_time", service.first("wait").map(Entry::both).orElse(null))
                .with("fees_description", service.has("price") ? price(service).then(new Both("", "")) : FREE)
                .with("minimum_age", ages[0])
                .with("maximum_age", ages[1])
                .with("assured_date", assured)
                .with("assurer_email", "epimeleia@%s.example.org".formatted(body.key()))
                .with("last_modified", city.calendar().moment(assured, LocalTime.NOON))
                .with("next_check", assured.plusDays(180))
                .with("service_kind", service.said("type", "service"))
                .with("visibility", service.has("professionals") ? "professionals" : null)
                .with("sensitive", service.has("sensitive") ? "true" : null)
                .with("referral_needed", way.equals("referral"))
                .with("papers_needed", service.has("papers"))
                .with("free_of_charge", !service.has("price"));
    }

    private static final Both FREE = Both.of("Δωρεάν | Free");

    /** "price 15.00 Ο μήνας | Per month" without the amount. */
    static Both price(Entry service) {
        var rest = service.said("price", "");
        return Both.of(rest.substring(rest.indexOf(' ') + 1));
    }

    private static String way(Entry service) {
        var otherwise = service.has("virtual") ? "remote" : service.has("stop") ? "stop" : "walk-in";
        return service.said("way", otherwise);
    }

    /** Most were confirmed lately, some half a year ago, a few more than a year ago. */
    private int daysSinceConfirmed(UUID id) {
        var chance = city.chance("confirmed", id);
        int lot = chance.nextInt(100);
        return lot < 60 ? chance.nextInt(60) : lot < 88 ? 60 + chance.nextInt(120) : 180 + chance.nextInt(300);
    }

    private void where(Entry body, Entry service, @Nullable String area, UUID id) {
        var prose = service.first("prose").map(Entry::both).orElse(null);
        var hours = service.first("hours")
                .map(own -> city.district().oneOf(own.rest(), Large.HOURS, "hours", id))
                .map(Opening::read)
                .orElse(List.of());
        if (service.has("stop")) {
            route(body, service, id);
        } else if (service.has("virtual")) {
            at(id, new Places(city).network(body, service), 0);
        } else if (service.has("at") || area != null || body.has("place")) {
            at(id, place(body, service, area), 0);
        }
        new Schedules(city).tell("service_id", id, hours, prose);
    }

    private UUID place(Entry body, Entry service, @Nullable String area) {
        var places = new Places(city);
        if (area != null) {
            return places.id(body.key(), area);
        }
        var named = service.said("at", "").split("/");
        return switch (named.length) {
            case 2 -> places.id(named[0], named[1]);
            default ->
                places.id(
                        body.key(),
                        named[0].isEmpty() ? body.first("place").orElseThrow().key() : named[0]);
        };
    }

    private UUID at(UUID service, UUID place, int stop) {
        var id = city.id("service at place", service, place);
        city.tell(Row.of("service_at_location", id)
                .with("service_id", service)
                .with("location_id", place)
                .with("stop_position", stop == 0 ? null : stop));
        return id;
    }

    /** The stops of a mobile unit, each with its own times: {@code stop omonoia Mo-Fr 10:00-13:00}. */
    private void route(Entry body, Entry service, UUID id) {
        int position = 0;
        for (var stop : service.all("stop").toList()) {
            var place = new Places(city).stop(body, city.text().area(stop.key()), service.key());
            var here = at(id, place, ++position);
            var times = Opening.read(stop.rest().substring(stop.key().length()).strip());
            new Schedules(city).tell("service_at_location_id", here, times, null);
        }
        city.tell(Row.of("url", city.id("route", id))
                .with("service_id", id)
                .with("label", "Δρομολόγιο / Route")
                .with("url", "https://%s.example.org/%s/route".formatted(body.key(), service.key())));
    }
}
