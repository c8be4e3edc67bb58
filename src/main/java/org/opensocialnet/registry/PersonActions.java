package org.opensocialnet.registry;

import java.util.List;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.people.Person;
import org.opensocialnet.web.Words;

/** What can be done with a person besides, as a bean of this room for pages that live elsewhere in it. */
interface PersonActions {

    List<Link> links(SignedIn me, Person person, Words t);

    /** A page about her, without language. */
    record Link(String text, String path) {}
}
