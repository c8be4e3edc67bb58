package org.opensocialnet.desk;

import java.util.List;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;

/** What a room lets members find from the desk's one search field, as a bean; asked inside of that member's sight. */
public interface DeskSearch {

    /** At most so many hits, the best first; nothing the member may not see, and no hint that it exists. */
    List<Hit> find(String text, SignedIn me, Words t, int atMost);

    /** One record found: what it is, its name, what tells it from others, and where it opens. */
    record Hit(String kind, String name, String note, String path) {}
}
