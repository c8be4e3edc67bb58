package org.opensocialnet.messaging;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Puts letters into words: the template writes the document once, its title is the subject, its text the plain form. */
@Component
class Scribe {

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

    static Written read(String document) {
        var plain = PlainText.of(document);
        return new Written(plain.title(), "<!DOCTYPE html>\n" + document.strip() + "\n", plain.text());
    }
}
