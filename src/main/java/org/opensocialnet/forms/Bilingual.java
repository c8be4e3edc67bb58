package org.opensocialnet.forms;

import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;

/** What a form says, in Greek and in English; where one of them is missing, the other stands in for it. */
public record Bilingual(String greek, String english) {

    public static final Bilingual NOTHING = new Bilingual("", "");

    public Bilingual {
        greek = greek.strip();
        english = english.strip();
    }

    public String in(Language language) {
        var wanted = language == Language.GREEK ? greek : english;
        return !wanted.isEmpty() ? wanted : language == Language.GREEK ? english : greek;
    }

    public String in(Words t) {
        return in(t.language());
    }

    public boolean blank() {
        return greek.isEmpty() && english.isEmpty();
    }
}
