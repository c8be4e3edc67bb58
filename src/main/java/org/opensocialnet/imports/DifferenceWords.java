package org.opensocialnet.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.drafts.ChangeSet;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items;
import org.springframework.stereotype.Component;

/** Says differences of any rows of a record in the reader's words, value by value, whether the rows are there or not. */
@Component
class DifferenceWords {

    /** Of no use to a reader. */
    private static final Set<String> UNSAID = Set.of("id", "link_id", "link_entity", "parsed", "last_modified");

    private final FieldWords words;

    DifferenceWords(FieldWords words) {
        this.words = words;
    }

    /** What is worth telling, in the order given. */
    List<Items.Difference> of(Words t, String record, List<Difference> differences) {
        var told = new ArrayList<Items.Difference>();
        for (var each : ChangeSet.fields(differences)) {
            if (!UNSAID.contains(each.column()) && !namesItsOwner(each)) {
                told.add(new Items.Difference(label(t, record, each), value(t, each, true), value(t, each, false)));
            }
        }
        return told;
    }

    /** The field's name; with that of its part of the record, where it is one that hangs on it. */
    private String label(Words t, String record, Difference each) {
        var field = words.label(t, each.table(), each.column());
        return each.table().equals(record)
                ? field
                : t.of("imports.label.part", words.label(t, record, each.table()), field);
    }

    private Passage value(Words t, Difference each, boolean before) {
        var text = before ? each.before() : each.after();
        return new Passage(words.value(t, each.table(), each.column().replaceFirst("@.*", ""), text), null);
    }

    private static boolean namesItsOwner(Difference each) {
        return HsdsTable.named(each.table())
                .flatMap(table -> table.column(each.column()))
                .filter(HsdsColumn::owner)
                .isPresent();
    }
}
