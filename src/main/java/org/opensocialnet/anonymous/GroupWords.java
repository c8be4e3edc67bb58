package org.opensocialnet.anonymous;

import org.opensocialnet.people.TargetGroup;
import org.opensocialnet.web.Words;

/** What groups are called where people are counted. */
final class GroupWords {

    private GroupWords() {}

    static String of(TargetGroup group, Words t) {
        return switch (group) {
            case HOMELESS -> t.of("anonymous.group.homeless");
            case ROOFLESS -> t.of("anonymous.group.roofless");
            case UNEMPLOYED -> t.of("anonymous.group.unemployed");
            case LOW_INCOME -> t.of("anonymous.group.low-income");
            case SINGLE_PARENT -> t.of("anonymous.group.single-parent");
            case LARGE_FAMILY -> t.of("anonymous.group.large-family");
            case OLDER_ALONE -> t.of("anonymous.group.older-alone");
            case DISABILITY -> t.of("anonymous.group.disability");
            case CHRONIC_ILLNESS -> t.of("anonymous.group.chronic-illness");
            case MENTAL_HEALTH -> t.of("anonymous.group.mental-health");
            case SUBSTANCE_USE -> t.of("anonymous.group.substance-use");
            case VIOLENCE -> t.of("anonymous.group.violence");
            case TRAFFICKING -> t.of("anonymous.group.trafficking");
            case RELEASED_FROM_PRISON -> t.of("anonymous.group.released");
            case MIGRANT -> t.of("anonymous.group.migrant");
            case REFUGEE -> t.of("anonymous.group.refugee");
            case ROMA -> t.of("anonymous.group.roma");
            case LGBTQI -> t.of("anonymous.group.lgbtqi");
            case UNACCOMPANIED_MINOR -> t.of("anonymous.group.unaccompanied");
        };
    }
}
