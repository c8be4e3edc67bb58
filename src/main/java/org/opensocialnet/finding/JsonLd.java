package org.opensocialnet.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** A service in the words of schema.org, for search engines and assistants. Of a confidential place only the area. */
final class JsonLd {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonLd() {}

    static String of(Words t, ServicePage page) {
        var service = page.service();
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", "https://schema.org");
        document.put("@type", "GovernmentService");
        document.put("@id", t.address("/service/" + service.id()));
        document.put("name", page.name(t).text());
        put(
                document,
                "description",
                page.text(t, service.description(), "description").text());
        document.put(
                "provider",
                Map.of(
                        "@type",
                        "Organization",
                        "@id",
                        t.address("/organization/" + service.organization()),
                        "name",
                        page.organization(t).text()));
        if (Boolean.TRUE.equals(service.freeOfCharge())) {
            document.put("isAccessibleForFree", true);
        }
        var channels = new ArrayList<Map<String, Object>>();
        page.stops().forEach(stop -> channels.add(channel(t, page, stop)));
        document.put("availableChannel", channels);
        return JSON.writeValueAsString(document);
    }

    private static Map<String, Object> channel(Words t, ServicePage page, Stop stop) {
        var channel = new LinkedHashMap<String, Object>();
        channel.put("@type", "ServiceChannel");
        if (!page.phones().isEmpty()) {
            channel.put(
                    "servicePhone",
                    Map.of(
                            "@type",
                            "ContactPoint",
                            "telephone",
                            page.phones().getFirst().number()));
        }
        var languages = stop.card().languages();
        if (!languages.isEmpty()) {
            channel.put("availableLanguage", List.copyOf(languages));
        }
        if (stop.card().location() != null) {
            channel.put("serviceLocation", place(t, stop));
        }
        return channel;
    }

    private static Map<String, Object> place(Words t, Stop stop) {
        var card = stop.card();
        var place = new LinkedHashMap<String, Object>();
        place.put("@type", "Place");
        put(place, "name", Say.where(t, card) == null ? "" : Say.where(t, card));
        if (!card.confidential()) {
            put(place, "address", card.address() == null ? "" : card.address());
            if (card.latitude() != null && card.longitude() != null) {
                place.put(
                        "geo",
                        Map.of("@type", "GeoCoordinates", "latitude", card.latitude(), "longitude", card.longitude()));
            }
        }
        return place;
    }

    private static void put(Map<String, Object> document, String name, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isBlank()) {
            document.put(name, text);
        }
    }
}
