package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The groups of an XLSForm that are open where a row stands. Here a page ends where the next begins; there a group may end
 * before, and what follows it does not hang on its condition.
 */
final class Groups {

    private final List<Question> questions;
    private final List<Optional<Condition>> open = new ArrayList<>();
    private int depth;
    private boolean loose;

    Groups(List<Question> questions) {
        this.questions = questions;
    }

    /** The condition of the group that is open here. */
    Optional<Condition> around() {
        return open.isEmpty() ? Optional.empty() : open.getLast();
    }

    /** Whether what stands here follows a group that has ended. */
    boolean loose() {
        return loose || open.size() < depth;
    }

    /** Begins a page; one without a condition of its own has that of the group around it. */
    Optional<Condition> begin(Optional<Condition> own) {
        var holds = own.or(this::around);
        open.add(holds);
        depth = open.size();
        loose = false;
        return holds;
    }

    void end() {
        if (!open.isEmpty()) {
            open.removeLast();
        }
    }

    /** The condition of a question that stands here, on the page that was begun last. */
    Optional<Condition> here(Optional<Condition> own) {
        if (!loose()) {
            return own;
        }
        loose = true;
        spread();
        return own.or(this::around);
    }

    /** The page's condition becomes that of each question on it so far. */
    private void spread() {
        int at = questions.size() - 1;
        while (at >= 0 && questions.get(at).kind() != Kind.SECTION) {
            at--;
        }
        var condition = at < 0 ? null : questions.get(at).onlyIf();
        if (condition == null) {
            return;
        }
        questions.set(at, questions.get(at).onlyAfter(null));
        for (int i = at + 1; i < questions.size(); i++) {
            if (questions.get(i).onlyIf() == null) {
                questions.set(i, questions.get(i).onlyAfter(condition));
            }
        }
    }
}
