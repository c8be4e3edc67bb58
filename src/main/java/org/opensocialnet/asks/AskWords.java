package org.opensocialnet.asks;

import java.util.List;
import java.util.Optional;
import org.opensocialnet.support.State;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Tone;

/** Where a request stands, in the words of whoever asked: what happened, what comes next, what she can do. */
final class AskWords {

    private AskWords() {}

    static String state(State state, Words t) {
        return switch (state) {
            case State.Draft _, State.Submitted _ -> t.of("asks.state.submitted");
            case State.Returned _ -> t.of("asks.state.returned");
            case State.Accepted _ -> t.of("asks.state.accepted");
            case State.Refused _ -> t.of("asks.state.refused");
            case State.Appealed _ -> t.of("asks.state.appealed");
            case State.Open _ -> t.of("asks.state.open");
            case State.PartlyCovered _ -> t.of("asks.state.partly-covered");
            case State.Covered _ -> t.of("asks.state.covered");
            case State.InDelivery _ -> t.of("asks.state.in-delivery");
            case State.PartlyDelivered _ -> t.of("asks.state.partly-delivered");
            case State.Delivered _ -> t.of("asks.state.delivered");
            case State.Confirmed _ -> t.of("asks.state.confirmed");
            case State.Closed _ -> t.of("asks.state.closed");
            case State.Withdrawn _ -> t.of("asks.state.withdrawn");
        };
    }

    static Tone tone(State state) {
        return switch (state) {
            case State.Returned _ -> Tone.ATTENTION;
            case State.Refused _, State.Closed _, State.Withdrawn _ -> Tone.NEUTRAL;
            case State.Covered _, State.InDelivery _, State.PartlyDelivered _, State.Delivered _, State.Confirmed _ ->
                Tone.GOOD;
            default -> Tone.WAITING;
        };
    }

    static String next(State state, Words t) {
        return switch (state) {
            case State.Draft _, State.Submitted _ -> t.of("asks.next.submitted");
            case State.Returned _ -> t.of("asks.next.returned");
            case State.Accepted _ -> t.of("asks.next.accepted");
            case State.Refused(State.Ground _, String _, boolean last) ->
                last ? t.of("asks.next.refused-last") : t.of("asks.next.refused");
            case State.Appealed _ -> t.of("asks.next.appealed");
            case State.Open _ -> t.of("asks.next.open");
            case State.PartlyCovered _ -> t.of("asks.next.partly-covered");
            case State.Covered _ -> t.of("asks.next.covered");
            case State.InDelivery _, State.PartlyDelivered _ -> t.of("asks.next.in-delivery");
            case State.Delivered _, State.Confirmed _ -> t.of("asks.next.delivered");
            case State.Closed _, State.Withdrawn _ -> t.of("asks.next.over");
        };
    }

    /** A step that concerns her; none of those between the team and the organisations. */
    static Optional<String> step(String what, Words t) {
        return switch (what) {
            case "submit" -> Optional.of(t.of("asks.did.submit"));
            case "return" -> Optional.of(t.of("asks.did.return"));
            case "answer" -> Optional.of(t.of("asks.did.answer"));
            case "accept" -> Optional.of(t.of("asks.did.accept"));
            case "refuse" -> Optional.of(t.of("asks.did.refuse"));
            case "appeal" -> Optional.of(t.of("asks.did.appeal"));
            case "call" -> Optional.of(t.of("asks.did.call"));
            case "cover" -> Optional.of(t.of("asks.did.cover"));
            case "go" -> Optional.of(t.of("asks.did.go"));
            case "deliver" -> Optional.of(t.of("asks.did.deliver"));
            case "confirm" -> Optional.of(t.of("asks.did.confirm"));
            case "close" -> Optional.of(t.of("asks.did.close"));
            case "withdraw" -> Optional.of(t.of("asks.did.withdraw"));
            default -> Optional.empty();
        };
    }

    /** Whether what was said with a step is hers to read; what organisations say to the team is not. */
    static boolean isHers(String what) {
        return switch (what) {
            case "return", "answer", "refuse", "appeal", "close", "withdraw" -> true;
            default -> false;
        };
    }

    static boolean byHer(String what) {
        return switch (what) {
            case "submit", "answer", "appeal", "withdraw" -> true;
            default -> false;
        };
    }

    /** How a code is called; itself where it is called nothing. */
    static String name(List<Choice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.value().equals(code))
                .map(Choice::text)
                .findFirst()
                .orElse(code);
    }
}
