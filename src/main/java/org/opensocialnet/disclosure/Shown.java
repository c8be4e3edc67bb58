package org.opensocialnet.disclosure;

/** What a reader is shown in place of a count: the count, or the reason why not. There is no hole without a reason. */
public sealed interface Shown {

    /** The count itself. */
    record Value(long people) implements Shown {}

    /** There are some, but fewer than this many; where zeros are not told, perhaps none. */
    record FewerThan(int people) implements Shown {}

    /** Withheld so that another figure stays protected. It may be any count. */
    record Withheld() implements Shown {}

    /** Nobody knows: it was never counted or never answered. Not zero. */
    record Unknown() implements Shown {}

    /** Rounded to a multiple of the base, up or down: the count is less than one base away. */
    record Rounded(long people, int base) implements Shown {}
}
