package org.opensocialnet.allocation;

import java.time.LocalDate;
import java.util.List;

/** One open line of a request: what is asked for whom, by when, and how much it matters. */
public record Line(
        String id,
        String request,
        String category,
        Recipient recipient,
        LocalDate neededBy,
        Amount amount,
        List<Piece> pieces,
        Need need) {

    public Line {
        pieces = List.copyOf(pieces);
        if (id.isBlank() || pieces.isEmpty()) {
            throw new IllegalArgumentException("A line has an id and needs something.");
        }
    }

    /** Whom a line is for: the group and community that are counted, and who receives it. */
    public record Recipient(String group, String community, String beneficiary) {}
}
