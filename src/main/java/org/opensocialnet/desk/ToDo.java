package org.opensocialnet.desk;

import java.util.List;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;

/** What a room above has for somebody to decide today, as a bean; asked inside of that member's sight. */
public interface ToDo {

    /** The cards for this member, the most pressing first; few, each a decision. */
    List<Card> cards(SignedIn me, Words t);

    /**
     * One thing that waits for a decision.
     *
     * @param urgency 0 to 100: the desk shows the seven highest of all rooms
     * @param title what waits, in words with its number: "3 readers' reports"
     * @param reason why it is here today
     * @param action the words of its one button
     * @param path where the button leads, without language
     */
    record Card(int urgency, String title, String reason, String action, String path) {}
}
