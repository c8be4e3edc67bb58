package org.opensocialnet.admissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.opensocialnet.admissions.Admission.State;
import org.opensocialnet.admissions.Lines.Count;
import org.opensocialnet.admissions.Lines.Faulty;
import org.opensocialnet.admissions.OneAdmissionPages.Group;
import org.opensocialnet.web.Words;

/** How many rows of a list are what, in words and with the way to them. */
record AdmissionCounts(Admission admission, List<Count> counts, List<Faulty> faulty) {

    private int sum(Predicate<Count> which) {
        return counts.stream().filter(which).mapToInt(Count::rows).sum();
    }

    /** Rows that look like somebody, of which nobody said who they are. */
    int undecided() {
        return sum(one -> one.finding().equals("alike") && one.decision().isEmpty());
    }

    List<Group> groups(Words t) {
        return admission.is(State.CHECKED) ? before(t) : after(t);
    }

    private List<Group> before(Words t) {
        var groups = new ArrayList<Group>();
        int fresh = sum(one -> one.finding().equals("new"));
        int alike = sum(one -> one.finding().equals("alike"));
        add(groups, t.of("admissions.group.new", fresh), "new", fresh);
        add(groups, t.of("admissions.group.alike", alike, undecided()), "alike", alike);
        int empty = sum(one -> one.finding().equals("empty"));
        add(groups, t.of("admissions.group.empty", empty), "empty", empty);
        int wrong = sum(Count::faulty);
        add(groups, t.of("admissions.group.faulty", wrong), "faulty", wrong);
        return groups;
    }

    private List<Group> after(Words t) {
        var groups = new ArrayList<Group>();
        for (var outcome : Line.Outcome.values()) {
            var code = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            int rows = sum(one -> one.outcome().equals(code));
            add(groups, t.of("admissions.group.outcome", AdmissionWords.of(outcome, t), rows), code, rows);
        }
        return groups;
    }

    private void add(List<Group> groups, String words, String which, int rows) {
        if (rows > 0) {
            groups.add(new Group(words, admission.path() + "/lines?which=" + which));
        }
    }

    /** By column and reason; the column by its number once the headings are gone. */
    List<Group> faults(Words t) {
        return faulty.stream()
                .map(one -> new Group(
                        t.of("admissions.fault.column", column(one, t), t.of(one.reason()), one.rows(), one.first()),
                        null))
                .toList();
    }

    private String column(Faulty one, Words t) {
        return one.position() < admission.headings().size()
                ? admission.headings().get(one.position())
                : t.of("admissions.column.number", one.position() + 1);
    }
}
