package org.opensocialnet.desk;

import java.util.List;

/** What waits for a member: the cards of all rooms, the most pressing first, figures, and whether every room answered. */
record Waiting(List<ToDo.Card> cards, List<DeskFigures.Figure> figures, boolean all) {

    static final int SHOWN = 7;

    Waiting {
        cards = List.copyOf(cards);
        figures = List.copyOf(figures);
    }

    List<ToDo.Card> first() {
        return cards.subList(0, Math.min(SHOWN, cards.size()));
    }

    int more() {
        return Math.max(0, cards.size() - SHOWN);
    }
}
