package org.opensocialnet.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;

/**
 * For how long one type of record is kept, as a bean of the room that keeps it: the nights forget by it, the desk shows what
 * would go, and the register of processing says it.
 */
public interface Keeping {

    /** Its name, room first: "care.episode". */
    String code();

    /** What it is, in the reader's words. */
    String what(Words t);

    /** How long, in {@link #unit}; in the group of retention. */
    Setting<Integer> time();

    Unit unit();

    /** How many would go of those whose time was over before that moment, as the sight that holds may see them. */
    List<Sum> due(Instant before);

    /** Forgets them. */
    Forgotten forget(Instant before);

    /** In what the time is counted. */
    enum Unit {
        DAYS,
        YEARS
    }

    /** What went, and how many are left whose time is over: where any are, the night has failed. */
    record Forgotten(List<Sum> gone, int left) {}

    /** So many records of one organisation. */
    record Sum(UUID organization, int rows) {}
}
