package org.opensocialnet.desk;

import java.util.List;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;

/** Small figures a room tells on a member's first page, as a bean; asked inside of that member's sight. */
public interface DeskFigures {

    /** At most three, each of which explains itself. */
    List<Figure> figures(SignedIn me, Words t);

    /**
     * One figure.
     *
     * @param value the number as it is read: "51 of 58"
     * @param text what it counts
     * @param path the page behind it, without language
     */
    record Figure(String value, String text, String path) {}
}
