package org.opensocialnet.messaging;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Puts letters into words: the template writes the document once, its title is the subject, its text the plain form. */
@Component
class Scribe {

    /** As the frame of letters marks it. */
    private static final String BODY = "<section>";

    private static final String BODY_END = "</section>";

    private final TemplateEngine templates;
    private final Words.Dictionary dictionary;

    Scribe(TemplateEngine templates, Words.Dictionary dictionary) {
        this.templates = templates;
        this.dictionary = dictionary;
    }

    /** What to write: the kind's values, in a language, and where the reader decides about such letters. */
    record Draft(
            LetterKind kind,
            Language language,
            Map<String, String> values,
            @Nullable String preferences) {}

    Written write(Draft draft) {
        return write(draft, Set.of());
    }

    /** For the eyes of others than the reader: what opens a door is left out. */
    Written writeWithoutSecrets(Draft draft) {
        return write(draft, draft.kind().secrets());
    }

    private Written write(Draft draft, Set<String> hidden) {
        var words = dictionary.in(draft.language());
        var sheet = new Sheet(draft.values(), hidden, words, draft.preferences());
        var output = new StringOutput();
        templates.render(draft.kind().template() + ".jte", Map.of("t", words, "letter", sheet), output);
        return read(output.toString());
    }

    /** Several letters as one, each under its subject. */
    Written digest(List<Written> letters, Language language, String preferences) {
        var words = dictionary.in(language);
        var sheet = new Sheet(Map.of(), Set.of(), words, preferences);
        var output = new StringOutput();
        templates.render("messaging/digest.jte", Map.of("t", words, "letter", sheet, "letters", letters), output);
        return read(output.toString());
    }

    static Written read(String document) {
        var plain = PlainText.of(document);
        var body = document.substring(document.indexOf(BODY) + BODY.length(), document.lastIndexOf(BODY_END));
        return new Written(plain.title(), "<!DOCTYPE html>\n" + document.strip() + "\n", body, plain.text());
    }
}
