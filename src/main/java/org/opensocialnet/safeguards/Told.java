package org.opensocialnet.safeguards;

import java.util.List;
import org.opensocialnet.access.Member;

/**
 * Who is told that a glass was broken, and what the letter says of it.
 *
 * @param readers the administrators of the organisation whose records are open, and the data protection officers
 * @param by the organisation of whoever opened it
 * @param of the organisation whose records are open
 * @param address where it is reviewed, for the letter
 */
record Told(List<Member> readers, String by, String of, String address) {

    Told {
        readers = List.copyOf(readers);
    }
}
