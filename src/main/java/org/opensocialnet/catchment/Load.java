package org.opensocialnet.catchment;

/** Who shares the places of one site. */
public sealed interface Load {

    /** So many people, each counted by how near they are, and so many places for each of them. */
    record Shared(double people, double placesPerPerson) implements Load {}

    /** Nobody lives within reach of it: what it offers is for no one. */
    record NobodyInReach() implements Load {}
}
