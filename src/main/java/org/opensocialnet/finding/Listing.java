package org.opensocialnet.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.search.Found;
import org.springframework.stereotype.Component;

/** Joins what the search found with the cards of the points. */
@Component
class Listing {

    private final Cards cards;

    Listing(Cards cards) {
        this.cards = cards;
    }

    /** In the order found; numbered through the pages, as the map numbers its markers. */
    List<Listed> of(Found found) {
        var byId = new HashMap<UUID, Card>();
        cards.of(found.hits().stream().map(Found.Hit::point).toList()).forEach(card -> byId.put(card.id(), card));
        var question = found.understood().question();
        int number = (question.page() - 1) * question.size();
        var listed = new ArrayList<Listed>();
        for (var hit : found.hits()) {
            number++;
            var card = byId.get(hit.point());
            if (card != null) {
                boolean onMap = card.latitude() != null || card.confidential() && card.zone() != null;
                listed.add(new Listed(hit, card, onMap ? number : null));
            }
        }
        return listed;
    }
}
