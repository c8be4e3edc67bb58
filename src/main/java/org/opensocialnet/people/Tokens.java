package org.opensocialnet.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opensocialnet.spelling.Identifiers;
import org.opensocialnet.spelling.NameKeys;
import org.opensocialnet.vault.Vault;
import org.springframework.stereotype.Component;

/** Makes the tokens a fact is stored with, and those that are looked for when somebody types. */
@Component
class Tokens {

    private final Vault vault;
    private final Clock clock;

    Tokens(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * One token to look for.
     *
     * @param clue which of the things asked for it stands for: what hits twice counts once
     * @param weight how much a hit says
     */
    record Sought(long token, int clue, int weight) {}

    /** All under which a fact is found. */
    Set<Long> of(FactKind kind, String text) {
        var tokens = new LinkedHashSet<Long>();
        switch (kind) {
            case GIVEN_NAME, FAMILY_NAME, NICKNAME ->
                NameKeys.words(text)
                        .forEach(word -> NameKeys.kept(word, kind == FactKind.FAMILY_NAME)
                                .forEach((sense, keys) ->
                                        keys.forEach(key -> tokens.add(vault.token(called(sense), key)))));
            case AMKA, PAAYPA, PASSPORT -> tokens.add(vault.token("number", Identifiers.plain(text)));
            case AFM -> tokens.add(vault.token("number", Identifiers.afm(text)));
            case PHONE -> tokens.add(vault.token("phone", Identifiers.phone(text)));
            case EMAIL -> tokens.add(vault.token("email", text.toLowerCase(Locale.ROOT)));
            case BORN ->
                Born.read(text, today())
                        .filter(born -> born.from() == born.to())
                        .ifPresent(born -> tokens.add(vault.token("year", "" + born.from())));
            default -> {
                // Neither fathers nor places find a person: that would be a search for families and haunts.
            }
        }
        return tokens;
    }

    /** What a number, a phone, a name or a year typed into one field may be. */
    List<Sought> asked(String typed) {
        var sought = new ArrayList<Sought>();
        var plain = Identifiers.plain(typed);
        if (plain.matches("(?=.*[0-9])[0-9A-ZΑ-Ω]{5,15}")) {
            add(sought, "number", plain, 0, Weights.NUMBER);
            add(sought, "number", Identifiers.afm(typed), 0, Weights.NUMBER);
        }
        if (Identifiers.isPhone(typed)) {
            add(sought, "phone", Identifiers.phone(typed), 0, Weights.PHONE);
        }
        if (typed.contains("@")) {
            add(sought, "email", typed.strip().toLowerCase(Locale.ROOT), 0, Weights.PHONE);
        }
        int clue = 1;
        for (var word : NameKeys.words(typed)) {
            if (word.matches("(19|20)[0-9]{2}")) {
                add(sought, "year", word, clue, Weights.YEAR);
            } else if (!word.matches("[0-9]+")) {
                addName(sought, word, clue);
            }
            clue++;
        }
        return sought;
    }

    /** What is known of somebody about to be registered: each word and number is a clue of its own, counted from 1. */
    List<Sought> alike(List<Fact.Said> facts) {
        var sought = new ArrayList<Sought>();
        int clue = 0;
        for (var fact : facts) {
            for (var part : parts(fact)) {
                seek(sought, fact.kind(), part, ++clue);
            }
        }
        return sought;
    }

    /** Of which kind each clue is, the first being number 1. */
    List<FactKind> clues(List<Fact.Said> facts) {
        return facts.stream()
                .flatMap(fact -> parts(fact).stream().map(_ -> fact.kind()))
                .toList();
    }

    private List<String> parts(Fact.Said fact) {
        return switch (fact.kind()) {
            case GIVEN_NAME, FAMILY_NAME, NICKNAME -> NameKeys.words(fact.text());
            case AMKA, PAAYPA, PASSPORT, AFM, PHONE, EMAIL -> List.of(fact.text());
            case BORN ->
                Born.read(fact.text(), today())
                        .filter(born -> born.from() == born.to())
                        .map(born -> List.of("" + born.from()))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    private void seek(List<Sought> sought, FactKind kind, String part, int clue) {
        switch (kind) {
            case GIVEN_NAME, FAMILY_NAME, NICKNAME -> addName(sought, part, clue);
            case AFM -> add(sought, "number", Identifiers.afm(part), clue, Weights.NUMBER);
            case PHONE -> add(sought, "phone", Identifiers.phone(part), clue, Weights.PHONE);
            case EMAIL -> add(sought, "email", part.toLowerCase(Locale.ROOT), clue, Weights.PHONE);
            case BORN -> add(sought, "year", part, clue, Weights.YEAR);
            default -> add(sought, "number", Identifiers.plain(part), clue, Weights.NUMBER);
        }
    }

    private void addName(List<Sought> sought, String word, int clue) {
        NameKeys.looked(word).forEach((sense, keys) -> {
            int weight = switch (sense) {
                case SOUND -> Weights.SOUND;
                case STEM -> Weights.STEM;
                case NEAR -> Weights.NEAR;
                case BONES -> Weights.BONES;
            };
            keys.forEach(key -> add(sought, called(sense), key, clue, weight));
        });
    }

    private static String called(NameKeys.Sense sense) {
        return "name." + sense.name().toLowerCase(Locale.ROOT);
    }

    private void add(List<Sought> sought, String kind, String text, int clue, int weight) {
        vault.tokens(kind, text).forEach(token -> sought.add(new Sought(token, clue, weight)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** How much each kind of hit says; two names that sound alike are worth a doubt, a number alone is. */
    static final class Weights {

        static final int NUMBER = 100;
        static final int PHONE = 40;
        static final int SOUND = 20;
        static final int STEM = 17;
        static final int NEAR = 15;
        static final int BONES = 12;
        static final int YEAR = 10;

        /** From here on two may be one. */
        static final int DOUBT = 35;

        private Weights() {}
    }
}
