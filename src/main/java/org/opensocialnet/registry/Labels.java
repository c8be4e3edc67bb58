package org.opensocialnet.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opensocialnet.people.Fact;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.people.FreeText.Trace;
import org.opensocialnet.people.Households.Relation;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.Quality;
import org.opensocialnet.people.TargetGroup;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;

/** What kinds, groups and relations are called on the pages of people. */
final class Labels {

    private static final Pattern AGE = Pattern.compile("([0-9]+)-([0-9]+) in ([0-9]+)");

    private Labels() {}

    static String of(FactKind kind, Words t) {
        return switch (kind) {
            case GIVEN_NAME -> t.of("registry.fact.given-name");
            case FAMILY_NAME -> t.of("registry.fact.family-name");
            case NICKNAME -> t.of("registry.fact.nickname");
            case FATHER -> t.of("registry.fact.father");
            case MOTHER -> t.of("registry.fact.mother");
            case BORN -> t.of("registry.fact.born");
            case GENDER -> t.of("registry.fact.gender");
            case AMKA -> t.of("registry.fact.amka");
            case AFM -> t.of("registry.fact.afm");
            case PAAYPA -> t.of("registry.fact.paaypa");
            case PASSPORT -> t.of("registry.fact.passport");
            case PHONE -> t.of("registry.fact.phone");
            case EMAIL -> t.of("registry.fact.email");
            case SAFE_CONTACT -> t.of("registry.fact.safe-contact");
            case NATIONALITY -> t.of("registry.fact.nationality");
            case LANGUAGES -> t.of("registry.fact.languages");
            case PLACE -> t.of("registry.fact.place");
        };
    }

    static String of(Quality quality, Words t) {
        return switch (quality) {
            case GIVEN -> t.of("registry.quality.given");
            case SEEN -> t.of("registry.quality.seen");
            case ESTIMATED -> t.of("registry.quality.estimated");
        };
    }

    static String of(TargetGroup group, Words t) {
        return switch (group) {
            case HOMELESS -> t.of("registry.group.homeless");
            case ROOFLESS -> t.of("registry.group.roofless");
            case UNEMPLOYED -> t.of("registry.group.unemployed");
            case LOW_INCOME -> t.of("registry.group.low-income");
            case SINGLE_PARENT -> t.of("registry.group.single-parent");
            case LARGE_FAMILY -> t.of("registry.group.large-family");
            case OLDER_ALONE -> t.of("registry.group.older-alone");
            case DISABILITY -> t.of("registry.group.disability");
            case CHRONIC_ILLNESS -> t.of("registry.group.chronic-illness");
            case MENTAL_HEALTH -> t.of("registry.group.mental-health");
            case SUBSTANCE_USE -> t.of("registry.group.substance-use");
            case VIOLENCE -> t.of("registry.group.violence");
            case TRAFFICKING -> t.of("registry.group.trafficking");
            case RELEASED_FROM_PRISON -> t.of("registry.group.released");
            case MIGRANT -> t.of("registry.group.migrant");
            case REFUGEE -> t.of("registry.group.refugee");
            case ROMA -> t.of("registry.group.roma");
            case LGBTQI -> t.of("registry.group.lgbtqi");
            case UNACCOMPANIED_MINOR -> t.of("registry.group.unaccompanied");
        };
    }

    static String of(Relation relation, Words t) {
        return switch (relation) {
            case HEAD -> t.of("registry.relation.head");
            case PARTNER -> t.of("registry.relation.partner");
            case CHILD -> t.of("registry.relation.child");
            case PARENT -> t.of("registry.relation.parent");
            case SIBLING -> t.of("registry.relation.sibling");
            case RELATIVE -> t.of("registry.relation.relative");
            case OTHER -> t.of("registry.relation.other");
        };
    }

    static String of(Trace trace, Words t) {
        return switch (trace) {
            case AMKA -> t.of("registry.trace.amka");
            case PHONE -> t.of("registry.trace.phone");
            case EMAIL -> t.of("registry.trace.email");
            case NAME -> t.of("registry.trace.name");
        };
    }

    /** A fact as it is read: ages in words, the rest as it was told. */
    static String text(Fact fact, Words t) {
        var age = AGE.matcher(fact.text());
        if (fact.kind() == FactKind.BORN && age.matches()) {
            return t.of("registry.born.age", age.group(1), age.group(2), age.group(3));
        }
        return fact.kind() == FactKind.BORN && fact.text().length() == 10
                ? t.date(LocalDate.parse(fact.text()))
                : fact.text();
    }

    /** Her name, or how a person without one is called. */
    static String name(Person person, Words t) {
        return person.name().isEmpty() ? t.of("registry.nameless", person.pseudonym()) : person.name();
    }

    /** In what two people are alike, in words. */
    static String alike(Set<FactKind> kinds, Words t) {
        return kinds.isEmpty()
                ? t.of("registry.alike.code")
                : kinds.stream().map(kind -> of(kind, t)).collect(Collectors.joining(", "));
    }

    static List<Choice> groups(Words t) {
        return Arrays.stream(TargetGroup.values())
                .map(group -> new Choice(group.code(), of(group, t)))
                .toList();
    }

    static List<Choice> qualities(Words t) {
        return List.of(
                new Choice("given", of(Quality.GIVEN, t)),
                new Choice("seen", of(Quality.SEEN, t)),
                new Choice("estimated", of(Quality.ESTIMATED, t)));
    }
}
