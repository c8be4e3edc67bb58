package org.opensocialnet.catchment;

/** What the people of one area find within their reach. */
public sealed interface Access {

    /** So many places for each person; 0 where what is in reach has none. */
    record Places(double perPerson) implements Access {}

    /** However many places there are elsewhere. */
    record NoServiceInReach() implements Access {}

    /** Nobody lives there who could go. */
    record NobodyLivesThere() implements Access {}
}
