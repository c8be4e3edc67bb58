package org.opensocialnet.upkeep;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.DeskSearch;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords.Shown;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Lets members find the records they keep from the desk's search field. */
@Component
class UpkeepSearch implements DeskSearch {

    private final Directories directories;

    UpkeepSearch(Directories directories) {
        this.directories = directories;
    }

    @Override
    public List<Hit> find(String text, SignedIn me, Words t, int atMost) {
        if (!me.may(Permission.DIRECTORY_EDIT) && !me.may(Permission.DIRECTORY_KEEP)) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (var kind : List.of(Subject.Kind.SERVICE, Subject.Kind.LOCATION, Subject.Kind.ORGANIZATION)) {
            var found = directories.lines(me, kind, text, Shown.IN_USE, 1, atMost);
            for (var line : found) {
                if (hits.size() < atMost) {
                    var note = kind == Subject.Kind.LOCATION && line.note() != null ? line.note() : "";
                    hits.add(new Hit(
                            t.of(
                                    switch (kind) {
                                        case SERVICE -> "upkeep.kind.service";
                                        case LOCATION -> "upkeep.kind.location";
                                        case ORGANIZATION -> "upkeep.kind.organization";
                                    }),
                            Directories.name(t, line),
                            note,
                            RecordPath.of(Subject.of(kind.table(), line.id()))));
                }
            }
        }
        return hits;
    }
}
