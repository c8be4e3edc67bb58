package org.opensocialnet.people;

import java.util.Locale;
import java.util.Optional;
import org.opensocialnet.spelling.Identifiers;

/** What may be known of who somebody is; all of it optional. Photos: no. */
public enum FactKind {
    GIVEN_NAME(true, 120),
    FAMILY_NAME(true, 120),
    NICKNAME(true, 120),
    FATHER(true, 120),
    MOTHER(true, 120),
    BORN(false, 40),
    GENDER(false, 60),
    AMKA(false, 20),
    AFM(false, 20),
    PAAYPA(false, 20),
    PASSPORT(false, 30),
    PHONE(false, 30),
    EMAIL(false, 254),
    SAFE_CONTACT(false, 500),
    NATIONALITY(false, 60),
    LANGUAGES(false, 200),
    PLACE(false, 300);

    private final boolean name;
    private final int longest;

    FactKind(boolean name, int longest) {
        this.name = name;
        this.longest = longest;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a name, found by how it sounds. */
    public boolean isName() {
        return name;
    }

    /** How many characters it may have. */
    public int longest() {
        return longest;
    }

    static FactKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What is wrong with a text of this kind, as the key of a sentence; none where it may be kept. */
    public Optional<String> fault(String text) {
        return switch (this) {
            case AMKA -> Identifiers.isAmka(text) ? Optional.empty() : Optional.of("people.fault.amka");
            case AFM -> Identifiers.isAfm(text) ? Optional.empty() : Optional.of("people.fault.afm");
            case PAAYPA -> Identifiers.isPaaypa(text) ? Optional.empty() : Optional.of("people.fault.paaypa");
            case PASSPORT -> Identifiers.isPassport(text) ? Optional.empty() : Optional.of("people.fault.passport");
            case PHONE -> Identifiers.isPhone(text) ? Optional.empty() : Optional.of("people.fault.phone");
            default -> Optional.empty();
        };
    }
}
