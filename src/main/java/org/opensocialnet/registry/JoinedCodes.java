package org.opensocialnet.registry;

import org.opensocialnet.people.Crowd;
import org.opensocialnet.people.Pairs;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes somebody says are all hers: records under them become one person, who counts once; it can be undone. */
@Component
class JoinedCodes {

    private final People people;
    private final Crowd crowd;
    private final Pairs pairs;

    JoinedCodes(People people, Crowd crowd, Pairs pairs) {
        this.people = people;
        this.crowd = crowd;
        this.pairs = pairs;
    }

    /** How many other records carried the code; where none did, it is hers from now on. */
    @Transactional
    public int byCode(PersonId id, String code) {
        var others = crowd.carrying(id, code);
        if (others.isEmpty()) {
            people.addCode(id, code);
            return 0;
        }
        for (var other : others) {
            crowd.offer(id, other);
            var inOrder = id.value().toString().compareTo(other.value().toString()) < 0;
            pairs.join(inOrder ? id.value() : other.value(), inOrder ? other.value() : id.value());
        }
        return others.size();
    }
}
