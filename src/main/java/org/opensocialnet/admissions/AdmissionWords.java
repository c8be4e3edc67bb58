package org.opensocialnet.admissions;

import org.jspecify.annotations.Nullable;
import org.opensocialnet.admissions.Line.Decision;
import org.opensocialnet.admissions.Line.Outcome;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.people.Person;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Tone;

/** Says in words what lists are, how far they are, and what their columns hold. */
final class AdmissionWords {

    private AdmissionWords() {}

    static String name(Admission admission, Words t) {
        return admission.file().isEmpty()
                ? t.of("admissions.nameless", t.moment(admission.sentAt().toInstant()))
                : admission.file();
    }

    static String name(Person person, Words t) {
        return person.name().isEmpty() ? t.of("admissions.person", person.pseudonym()) : person.name();
    }

    /** What is under way goes before what was reached. */
    static String state(Admission admission, @Nullable Chore chore, Words t) {
        if (chore != null && chore.open()) {
            return t.of("admissions.state.under-way");
        }
        if (chore != null && interrupted(chore)) {
            return t.of("admissions.state.interrupted");
        }
        return switch (admission.state()) {
            case RECEIVED -> admission.isThere() ? t.of("admissions.state.received") : t.of("admissions.state.too-old");
            case CHECKED -> admission.isThere() ? t.of("admissions.state.checked") : t.of("admissions.state.too-old");
            case APPLIED -> t.of("admissions.state.applied");
            case UNDONE -> t.of("admissions.state.undone");
            case DROPPED -> t.of("admissions.state.dropped");
        };
    }

    static Tone tone(Admission admission, @Nullable Chore chore) {
        if (chore != null && chore.open()) {
            return Tone.WAITING;
        }
        if (chore != null && interrupted(chore)) {
            return Tone.ATTENTION;
        }
        return switch (admission.state()) {
            case RECEIVED, CHECKED -> admission.isThere() ? Tone.WAITING : Tone.NEUTRAL;
            case APPLIED -> Tone.GOOD;
            case UNDONE, DROPPED -> Tone.NEUTRAL;
        };
    }

    /** Its last piece of work ended without an end. */
    static boolean interrupted(Chore chore) {
        return chore.state() == Chore.State.ABANDONED || chore.state() == Chore.State.FAILED;
    }

    static String step(Chore chore, Words t) {
        return switch (chore.step()) {
            case "looking" -> t.of("admissions.step.looking", chore.done());
            case "entering" -> t.of("admissions.step.entering", chore.done());
            case "taking-out" -> t.of("admissions.step.taking-out", chore.done());
            default -> t.of("admissions.step.waiting");
        };
    }

    static String of(Decision decision, Words t) {
        return switch (decision) {
            case ANOTHER -> t.of("admissions.decision.another");
            case SAME -> t.of("admissions.decision.same");
            case COMPLETE -> t.of("admissions.decision.complete");
        };
    }

    static String of(Outcome outcome, Words t) {
        return switch (outcome) {
            case REGISTERED -> t.of("admissions.outcome.registered");
            case COMPLETED -> t.of("admissions.outcome.completed");
            case LEFT -> t.of("admissions.outcome.left");
            case LATE -> t.of("admissions.outcome.late");
            case TAKEN_BACK -> t.of("admissions.outcome.taken-back");
            case KEPT -> t.of("admissions.outcome.kept");
        };
    }

    static String meaning(String meaning, Words t) {
        return Meaning.kind(meaning)
                .map(kind -> of(kind, t))
                .orElseGet(() -> meaning.equals(Meaning.CODE)
                        ? t.of("admissions.meaning.code")
                        : t.of("admissions.meaning.none"));
    }

    static String of(FactKind kind, Words t) {
        return switch (kind) {
            case GIVEN_NAME -> t.of("admissions.meaning.given-name");
            case FAMILY_NAME -> t.of("admissions.meaning.family-name");
            case NICKNAME -> t.of("admissions.meaning.nickname");
            case FATHER -> t.of("admissions.meaning.father");
            case MOTHER -> t.of("admissions.meaning.mother");
            case BORN -> t.of("admissions.meaning.born");
            case GENDER -> t.of("admissions.meaning.gender");
            case AMKA -> t.of("admissions.meaning.amka");
            case AFM -> t.of("admissions.meaning.afm");
            case PAAYPA -> t.of("admissions.meaning.paaypa");
            case PASSPORT -> t.of("admissions.meaning.passport");
            case PHONE -> t.of("admissions.meaning.phone");
            case EMAIL -> t.of("admissions.meaning.email");
            case SAFE_CONTACT -> t.of("admissions.meaning.safe-contact");
            case NATIONALITY -> t.of("admissions.meaning.nationality");
            case LANGUAGES -> t.of("admissions.meaning.languages");
            case PLACE -> t.of("admissions.meaning.place");
        };
    }
}
