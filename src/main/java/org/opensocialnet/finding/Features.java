package org.opensocialnet.finding;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Points as the map draws them. A confidential place lies in the middle of its community, and says that it does not. */
@Component
class Features {

    private static final JsonMapper JSON = new JsonMapper();

    private final Places places;

    Features(Places places) {
        this.places = places;
    }

    byte[] of(Words t, List<Listed> listed, LocalDateTime at) {
        var document = JSON.createObjectNode().put("type", "FeatureCollection");
        var features = document.putArray("features");
        for (var one : listed) {
            var where = where(one.card());
            if (where != null) {
                add(features, t, one, where, at);
            }
        }
        return JSON.writeValueAsBytes(document);
    }

    private @Nullable GeoPoint where(Card card) {
        if (card.latitude() != null && card.longitude() != null) {
            return new GeoPoint(card.latitude(), card.longitude());
        }
        return card.confidential() && card.zone() != null
                ? places.byCode(card.zone()).map(Place::centre).orElse(null)
                : null;
    }

    private static void add(ArrayNode features, Words t, Listed one, GeoPoint where, LocalDateTime at) {
        var card = one.card();
        var feature =
                features.addObject().put("type", "Feature").put("id", card.id().toString());
        feature.putObject("geometry")
                .put("type", "Point")
                .putArray("coordinates")
                .add(where.longitude())
                .add(where.latitude());
        var said = feature.putObject("properties")
                .put("id", card.id().toString())
                .put("name", Say.name(t, card).text())
                .put("kind", card.kind().equals("programme") ? "service" : card.kind())
                .put("status", Say.mark(one.hit().state(), at).name().toLowerCase(Locale.ROOT))
                .put("area", card.confidential())
                .put("url", t.link("/service/" + card.service() + (card.location() == null ? "" : "?at=" + card.id())));
        if (one.number() != null) {
            said.put("number", one.number());
        }
    }
}
