package org.opensocialnet.evidence;

import java.time.LocalDate;
import java.util.Map;

/** Whoever asks organisations how things stand says who did not answer: their silence is known, with its day. */
public interface Unanswered {

    /**
     * One organisation that was asked and did not answer.
     *
     * @param by what it was asked by, in the words of who asks
     * @param path where one sees who else was asked, without language
     */
    record Since(String by, LocalDate asked, String path) {}

    /** By organisation, those that were asked last of all up to this day and had not answered when it ended. */
    Map<String, Since> on(LocalDate day);
}
