package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.support.State.Ground;
import org.opensocialnet.support.Step.Progress;
import tools.jackson.databind.json.JsonMapper;

/** What can be done with a request in which state: the whole table, and nothing else. */
class StepTest {

    static final List<State> STATES = List.of(
            new State.Draft(),
            new State.Submitted(),
            new State.Returned("για πόσους;", null),
            new State.Returned("για πόσους;", "είναι χειμώνας"),
            new State.Accepted(),
            new State.Refused(Ground.NO_MEANS, "όχι φέτος", false),
            new State.Refused(Ground.NO_MEANS, "όχι φέτος", true),
            new State.Appealed("είναι χειμώνας"),
            new State.Open(),
            new State.PartlyCovered(),
            new State.Covered(),
            new State.InDelivery(),
            new State.PartlyDelivered(),
            new State.Delivered(),
            new State.Confirmed(),
            new State.Closed("δόθηκαν όλα"),
            new State.Withdrawn("βρέθηκαν αλλού"));

    @Test
    void aRequestGoesItsWholeWay() {
        State state = new State.Draft();
        for (var step : List.of(
                new Step.Submit(),
                new Step.Return("για πόσους;"),
                new Step.Submit(),
                new Step.Refuse(Ground.NOT_CLEAR, "δεν καταλαβαίνουμε"),
                new Step.Appeal("διαβάστε ξανά"),
                new Step.Accept(),
                new Step.Call(),
                new Step.Count(Progress.PARTLY_COVERED),
                new Step.Count(Progress.COVERED),
                new Step.Count(Progress.IN_DELIVERY),
                new Step.Count(Progress.PARTLY_DELIVERED),
                new Step.Count(Progress.DELIVERED),
                new Step.Count(Progress.CONFIRMED),
                new Step.Close(""))) {
            state = step.from(state);
        }
        assertThat(state).isEqualTo(new State.Closed(""));
    }

    @Test
    void whatIsNotInTheTableIsRefused() {
        assertThat(possible(new Step.Submit())).containsExactlyInAnyOrder("draft", "returned");
        assertThat(possible(new Step.Accept())).containsExactlyInAnyOrder("submitted", "appealed");
        assertThat(possible(new Step.Call())).containsExactly("accepted");
        assertThat(possible(new Step.Appeal("όχι"))).containsExactly("refused");
        assertThat(possible(new Step.Withdraw("βρέθηκαν")))
                .containsExactlyInAnyOrder(
                        "draft", "submitted", "returned", "accepted", "appealed", "open", "partly-covered", "covered");
        assertThat(possible(new Step.Count(Progress.COVERED)))
                .containsExactlyInAnyOrder(
                        "open",
                        "partly-covered",
                        "covered",
                        "in-delivery",
                        "partly-delivered",
                        "delivered",
                        "confirmed");
    }

    @Test
    void anAppealIsAnsweredOnce() {
        var last = new Step.Refuse(Ground.NO_MEANS, "όχι φέτος").from(new State.Appealed("είναι χειμώνας"));
        assertThat(last.isOver()).isTrue();
        assertThatThrownBy(() -> new Step.Appeal("ξανά").from(last)).isInstanceOf(Refusal.class);
    }

    /** Else it could be refused and appealed against without end. */
    @Test
    void anAppealThatIsAskedBackStaysAnAppeal() {
        var appealed = new State.Appealed("είναι χειμώνας");
        var returned = new Step.Return("για πόσους;").from(appealed);
        assertThat(new Step.Submit().from(returned)).isEqualTo(appealed);
    }

    /** A state is kept as JSON; what is read again is what was written. */
    @Test
    void statesSurviveBeingStored() {
        var json = JsonMapper.shared();
        for (var state : STATES) {
            var written = json.writerFor(State.class).writeValueAsString(state);
            assertThat(written).contains("\"is\":\"" + state.getClass().getSimpleName() + "\"");
            assertThat(json.readValue(written, State.class)).isEqualTo(state);
        }
    }

    private static Set<String> possible(Step step) {
        return STATES.stream().filter(step::isPossible).map(State::code).collect(Collectors.toSet());
    }
}
