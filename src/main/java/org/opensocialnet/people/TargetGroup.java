package org.opensocialnet.people;

import java.util.Locale;

/** A group a person may belong to, or what makes her vulnerable, for as long as it holds. */
public enum TargetGroup {
    HOMELESS,
    ROOFLESS,
    UNEMPLOYED,
    LOW_INCOME,
    SINGLE_PARENT,
    LARGE_FAMILY,
    OLDER_ALONE,
    DISABILITY,
    CHRONIC_ILLNESS,
    MENTAL_HEALTH,
    SUBSTANCE_USE,
    VIOLENCE,
    TRAFFICKING,
    RELEASED_FROM_PRISON,
    MIGRANT,
    REFUGEE,
    ROMA,
    LGBTQI,
    UNACCOMPANIED_MINOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The group a form or a file means by its code. */
    public static TargetGroup of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
