package org.opensocialnet.people;

import java.util.List;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;

/** Pages about one person that rooms above bring, as a bean: they are offered on her page. */
public interface PersonActions {

    List<Link> links(SignedIn me, Person person, Words t);

    /** A page about her, without language. */
    record Link(String text, String path) {}
}
