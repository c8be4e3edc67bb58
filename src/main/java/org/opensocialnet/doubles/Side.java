package org.opensocialnet.doubles;

import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.web.Words;

/** One of two records laid beside the other. */
record Side(Kept kept, Sheet sheet, String source) {

    Line root() {
        return java.util.Objects.requireNonNull(sheet.root());
    }

    boolean inUse() {
        return sheet.root() != null && !root().gone();
    }

    String name(Words t) {
        var other = root().value("name@" + t.lang());
        var name = other != null ? other : root().text("name");
        return !name.isBlank() ? name : root().text("area").isBlank() ? t.of("doubles.nameless") : root().text("area");
    }

    String desk() {
        return "/desk/records/" + kept.subject().kind().table() + "/" + kept.id();
    }

    String page() {
        return "/" + kept.subject().kind().table() + "/" + kept.id();
    }
}
