package org.opensocialnet.support;

import java.util.Locale;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.support.State.Accepted;
import org.opensocialnet.support.State.Appealed;
import org.opensocialnet.support.State.Closed;
import org.opensocialnet.support.State.Confirmed;
import org.opensocialnet.support.State.Covered;
import org.opensocialnet.support.State.Delivered;
import org.opensocialnet.support.State.Draft;
import org.opensocialnet.support.State.Ground;
import org.opensocialnet.support.State.InDelivery;
import org.opensocialnet.support.State.Open;
import org.opensocialnet.support.State.PartlyCovered;
import org.opensocialnet.support.State.PartlyDelivered;
import org.opensocialnet.support.State.Refused;
import org.opensocialnet.support.State.Returned;
import org.opensocialnet.support.State.Submitted;
import org.opensocialnet.support.State.Withdrawn;

/** What is done with a request, and the whole table of when. */
public sealed interface Step {

    record Submit() implements Step {}

    record Return(String question) implements Step {}

    record Accept() implements Step {}

    record Refuse(Ground ground, String words) implements Step {}

    record Appeal(String words) implements Step {}

    record Call() implements Step {}

    /** The lines were counted again, because somebody pledged, handed over, confirmed or took back. */
    record Count(Progress progress) implements Step {}

    record Close(String words) implements Step {}

    record Withdraw(String why) implements Step {}

    /** How far the lines have come, all together. */
    enum Progress {
        NOTHING,
        PARTLY_COVERED,
        COVERED,
        IN_DELIVERY,
        PARTLY_DELIVERED,
        DELIVERED,
        CONFIRMED
    }

    default State from(State state) {
        return switch (new Move(state, this)) {
            case Move(Draft _, Submit _) -> new Submitted();
            case Move(Returned(String _, var appeal), Submit _) ->
                appeal == null ? new Submitted() : new Appealed(appeal);
            case Move(Submitted _, Return(var question)) -> new Returned(question, null);
            case Move(Submitted _, Accept _) -> new Accepted();
            case Move(Submitted _, Refuse(var ground, var words)) -> new Refused(ground, words, false);
            case Move(Refused(Ground _, String _, var last), Appeal(var words)) when !last -> new Appealed(words);
            case Move(Appealed(var words), Return(var question)) -> new Returned(question, words);
            case Move(Appealed _, Accept _) -> new Accepted();
            case Move(Appealed _, Refuse(var ground, var words)) -> new Refused(ground, words, true);
            case Move(Accepted _, Call _) -> new Open();
            case Move(State call, Count(var progress)) when call.isCall() -> counted(progress);
            case Move(Confirmed _, Count(var progress)) -> counted(progress);
            case Move(Accepted _, Close(var words)) -> new Closed(words);
            case Move(State call, Close(var words)) when call.isCall() -> new Closed(words);
            case Move(Confirmed _, Close(var words)) -> new Closed(words);
            case Move(Draft _, Withdraw(var why)) -> new Withdrawn(why);
            case Move(Submitted _, Withdraw(var why)) -> new Withdrawn(why);
            case Move(Returned _, Withdraw(var why)) -> new Withdrawn(why);
            case Move(Accepted _, Withdraw(var why)) -> new Withdrawn(why);
            case Move(Appealed _, Withdraw(var why)) -> new Withdrawn(why);
            case Move(Open _, Withdraw(var why)) -> new Withdrawn(why);
            case Move(PartlyCovered _, Withdraw(var why)) -> new Withdrawn(why);
            case Move(Covered _, Withdraw(var why)) -> new Withdrawn(why);
            case Move _ -> throw Refusal.conflict("support.step-not-possible");
        };
    }

    private static State counted(Progress progress) {
        return switch (progress) {
            case NOTHING -> new Open();
            case PARTLY_COVERED -> new PartlyCovered();
            case COVERED -> new Covered();
            case IN_DELIVERY -> new InDelivery();
            case PARTLY_DELIVERED -> new PartlyDelivered();
            case DELIVERED -> new Delivered();
            case CONFIRMED -> new Confirmed();
        };
    }

    default boolean isPossible(State state) {
        try {
            from(state);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    /** What was said with it; empty where nothing was. */
    default String words() {
        return switch (this) {
            case Return(var question) -> question;
            case Refuse(Ground _, var words) -> words;
            case Appeal(var words) -> words;
            case Close(var words) -> words;
            case Withdraw(var why) -> why;
            case Submit _, Accept _, Call _, Count _ -> "";
        };
    }

    /** As the history and the trail write it. */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** A step in a state. */
    record Move(State state, Step step) {}
}
