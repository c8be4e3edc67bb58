package org.opensocialnet.deliveries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensocialnet.deliveries.Confirming.Said;
import org.opensocialnet.deliveries.Handover.Answer;
import org.opensocialnet.deliveries.Handover.Part;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/** What a receiver answers, at the desk and by link alike: all is there, so much came, something is not in order. */
final class ReceiptForm {

    private ReceiptForm() {}

    static List<Choice> answers(Words t) {
        return List.of(
                new Choice("all", t.of("deliveries.answer.all")),
                new Choice("some", t.of("deliveries.answer.some"), t.of("deliveries.answer.some.hint")),
                new Choice("wrong", t.of("deliveries.answer.wrong"), t.of("deliveries.answer.wrong.hint")));
    }

    /** A form with all that left. */
    static Form fresh(Handover handover, Words t) {
        var form = Form.fresh(t);
        Quantities.fill(form, "came", handover.parts(), Part::out);
        return form;
    }

    /** What was said; none where the form has faults. Whether the words name somebody the page looks at before. */
    static Optional<Said> read(Form form, Handover handover, Words t) {
        var answer = form.field("answer", t.of("deliveries.answer")).oneOf(Answer.class);
        var words = form.field("words", t.of("deliveries.answer.words")).optional(1_000);
        var by = form.field("signed", t.of("deliveries.signed")).optional(200);
        if (answer.isPresent() && answer.get() == Answer.WRONG && words.isEmpty()) {
            form.refuse("words", t.of("deliveries.fault.words"));
        }
        boolean all = answer.isPresent() && answer.get() == Answer.ALL;
        var came = all
                ? Map.<java.util.UUID, java.math.BigDecimal>of()
                : Quantities.read(form, "came", handover.parts(), Part::out, t);
        if (answer.isPresent() && answer.get() == Answer.SOME && !Quantities.isSome(came) && form.sound()) {
            form.refuse(Quantities.field("came", handover.parts().getFirst().id()), t.of("deliveries.fault.none-came"));
        }
        return form.sound() ? answer.map(said -> new Said(said, words, by, came)) : Optional.empty();
    }
}
