package org.opensocialnet.doubles;

import org.opensocialnet.chores.Chores;
import org.springframework.stereotype.Component;

/** Has doubles looked for; what is found waits for a person. */
@Component
public class Doubles {

    private final Chores chores;

    Doubles(Chores chores) {
        this.chores = chores;
    }

    /** Asks for a search on behalf of whoever's sight holds, unless one is under way. */
    public void search() {
        if (chores.of(Searching.SUBJECT)
                .filter(org.opensocialnet.chores.Chore::open)
                .isEmpty()) {
            chores.ask(Searching.CODE, Searching.SUBJECT);
        }
    }
}
