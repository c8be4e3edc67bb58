package org.opensocialnet.mydata;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.consents.Consent;
import org.opensocialnet.consents.ConsentWords;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.mydata.MyRecord.Whole;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Component;

/** What the visit a form goes on with opens. */
@Component
class Visits {

    private final Keys keys;
    private final MyRecord record;
    private final ConsentWords consentWords;
    private final Askings askings;

    Visits(Keys keys, MyRecord record, ConsentWords consentWords, Askings askings) {
        this.keys = keys;
        this.askings = askings;
        this.record = record;
        this.consentWords = consentWords;
    }

    /** One consent of hers, in words. */
    record Agreed(Consent consent, String title, String proof) {}

    /** All records of the visit, each read with the eyes of whoever keeps it. */
    List<Whole> wholes(Form form, String from, Words t) {
        opened(form);
        return parts(form.typed("visit")).stream()
                .map(part -> record.of(part, from, t))
                .toList();
    }

    /** The record a form is about: one the visit opens, the first where it names none. */
    Keys.Opened opened(Form form) {
        var parts = parts(form.typed("visit"));
        return parts.stream()
                .filter(part -> part.person().value().toString().equals(form.typed("part")))
                .findFirst()
                .or(() -> parts.stream().findFirst())
                .orElseThrow(() -> Refusal.conflict("mydata.ended"));
    }

    List<Keys.Opened> parts(String visit) {
        return Sight.job("my-data").call(() -> keys.parts(visit));
    }

    /** Until when those she asked by any of these answer. */
    @Nullable
    LocalDate othersAnswerBy(List<Keys.Opened> parts) {
        var persons = parts.stream().map(Keys.Opened::person).toList();
        return Sight.job("my-data").call(() -> askings.waiting(persons)).orElse(null);
    }

    List<Agreed> agreed(Whole whole, Words t) {
        return whole.consents().stream()
                .map(consent -> new Agreed(consent, consentWords.title(consent, t), consentWords.proof(consent, t)))
                .toList();
    }
}
