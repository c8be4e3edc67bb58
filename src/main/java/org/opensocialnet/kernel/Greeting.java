package org.opensocialnet.kernel;

import java.util.List;

/** What a room tells on the terminal once the program is ready, as a bean: sign-ins of the demo city, the first link. */
public interface Greeting {

    /** Lines of plain English, none where there is nothing to tell; the address of the pages ends with a slash. */
    List<String> lines(String address);
}
