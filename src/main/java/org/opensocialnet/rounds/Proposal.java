package org.opensocialnet.rounds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.workspace.Items.Difference;

/**
 * What is accepted or refused as one: a field of the record itself, or a row that hangs on it with all its fields.
 *
 * @param key names it in forms
 * @param decision "accepted", "refused", or none yet
 */
record Proposal(
        String key,
        Difference difference,
        List<Edit> edits,
        @Nullable String decision) {

    Proposal {
        edits = List.copyOf(edits);
    }

    boolean waits() {
        return decision == null;
    }

    static String key(Edit edit, String root) {
        return edit.table().equals(root)
                ? edit.table() + "|" + edit.row() + "|" + edit.column()
                : edit.table() + "|" + edit.row();
    }
}
