package org.opensocialnet.vault;

/** Texts a room keeps sealed, as a bean, so that they can be sealed anew when keys change. */
public interface Sealed {

    /** What they are, for the operator: "people's names and numbers". */
    String what();

    /** Seals anew some of those that an older key sealed, with their tokens, in one transaction; how many there were. */
    int reseal(int atMost);
}
